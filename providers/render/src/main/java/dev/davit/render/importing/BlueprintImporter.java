package dev.davit.render.importing;

import dev.davit.document.DocumentReader;
import dev.davit.importing.Formatted;
import dev.davit.importing.ImportException;
import dev.davit.importing.ImportSource;
import dev.davit.importing.Imported;
import dev.davit.importing.Importer;
import dev.davit.source.JavaName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turn a Blueprint into a definition, and prove that both say the same. */
public final class BlueprintImporter implements Importer {
    private static final Pattern LISTS =
            Pattern.compile("(?m)^(services|databases|envVarGroups|projects|ungrouped|buildSources)\\s*:");

    @Override
    public String target() {
        return "render";
    }

    @Override
    public boolean recognises(String text) {
        return LISTS.matcher(text).find();
    }

    @Override
    public Imported read(ImportSource source, Optional<String> packageName, Optional<String> className) {
        if (source instanceof ImportSource.Live) {
            throw new ImportException(
                    "what is live on Render cannot be imported yet",
                    "--live",
                    "an import reads a cluster live, and of Render a render.yaml",
                    "import the render.yaml; for a cluster, add --from kubernetes");
        }
        Path path = source instanceof ImportSource.File file ? file.path() : Path.of("");
        BlueprintFile blueprint = source instanceof ImportSource.Text text
                ? BlueprintFile.read(text.name(), text.text())
                : BlueprintFile.read(path);
        return read(blueprint, packageName, className.orElseGet(() -> className(blueprint, path)));
    }

    @Override
    public Formatted format(Path file) {
        return new Formatting(file.toString()).of(DocumentReader.text(file));
    }

    /**
     * Import what was read.
     *
     * @param packageName the package of the class, if it is to be in one
     * @param className the class's name
     * @throws dev.davit.importing.ImportException if this Java has no compiler
     */
    public static Imported read(BlueprintFile file, Optional<String> packageName, String className) {
        return new ImportRun(file, packageName, className).run();
    }

    /** Takes the name of the only project, else of the folder, else of the first resource. */
    private static String className(BlueprintFile blueprint, Path file) {
        List<Places> places = Places.of(blueprint.root());
        List<String> projects =
                places.stream().flatMap(it -> it.project().stream()).distinct().toList();
        Path folder = file.toAbsolutePath().normalize().getParent();
        return Stream.of(
                        projects.size() == 1 ? projects.get(0) : "",
                        folder == null || folder.getFileName() == null
                                ? ""
                                : folder.getFileName().toString(),
                        places.stream()
                                .flatMap(it -> it.items("services").stream())
                                .findFirst()
                                .flatMap(it -> it.getText("name"))
                                .orElse(""))
                .map(it -> JavaName.type(it, ""))
                .filter(it -> !it.isEmpty() && !JavaName.isTaken(it))
                .findFirst()
                .orElse("Stack");
    }
}
