package dev.davit.render.importing;

import dev.davit.document.DocumentReader;
import dev.davit.importing.Formatted;
import dev.davit.importing.ImportSource;
import dev.davit.importing.Imported;
import dev.davit.importing.Importer;
import dev.davit.render.BlueprintTarget;
import dev.davit.render.api.Workspace;
import dev.davit.render.api.WorkspaceAccess;
import dev.davit.source.JavaName;
import dev.davit.target.ConnectOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turn a Blueprint, or what is live in a workspace, into a definition, and prove that both say the same. */
public final class BlueprintImporter implements Importer {
    private static final Pattern LISTS =
            Pattern.compile("(?m)^(services|databases|envVarGroups|projects|ungrouped|buildSources)\\s*:");

    private final Function<ConnectOptions, WorkspaceAccess> reach;

    /** Make the importer; {@code ServiceLoader} does. */
    public BlueprintImporter() {
        this(BlueprintTarget::access);
    }

    /** Make it for what is live in a workspace that is reached in a way of its own. */
    public BlueprintImporter(Function<ConnectOptions, WorkspaceAccess> reach) {
        this.reach = reach;
    }

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
        if (source instanceof ImportSource.Live live) {
            return live(live, packageName, className);
        }
        Path path = source instanceof ImportSource.File file ? file.path() : Path.of("");
        BlueprintFile blueprint = source instanceof ImportSource.Text text
                ? BlueprintFile.read(text.name(), text.text())
                : BlueprintFile.read(path);
        return read(blueprint, packageName, className.orElseGet(() -> className(blueprint, path)));
    }

    private Imported live(ImportSource.Live source, Optional<String> packageName, Optional<String> className) {
        ConnectOptions options =
                source.sandbox().map(ConnectOptions::toSandbox).orElseGet(() -> ConnectOptions.to(source.place()));
        try (WorkspaceAccess access = reach.apply(options)) {
            Workspace workspace = access.chosen().get();
            LiveBlueprint.Read read = LiveBlueprint.read(access.api(), workspace, source);
            String name = className.orElseGet(() -> className(read.file(), workspace.name()));
            return new ImportRun(read.file(), packageName, name, read.decisions()).run();
        }
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
        return new ImportRun(file, packageName, className, List.of()).run();
    }

    private static String className(BlueprintFile blueprint, Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return className(
                blueprint,
                folder == null || folder.getFileName() == null
                        ? ""
                        : folder.getFileName().toString());
    }

    /** Takes the name of the only project, else of the place it came from, else of the first resource. */
    private static String className(BlueprintFile blueprint, String place) {
        List<Places> places = Places.of(blueprint.root());
        List<String> projects =
                places.stream().flatMap(it -> it.project().stream()).distinct().toList();
        return Stream.of(
                        projects.size() == 1 ? projects.get(0) : "",
                        place,
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
