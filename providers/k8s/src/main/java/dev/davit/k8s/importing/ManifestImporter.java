package dev.davit.k8s.importing;

import dev.davit.importing.Formatted;
import dev.davit.importing.ImportException;
import dev.davit.importing.ImportSource;
import dev.davit.importing.Imported;
import dev.davit.importing.Importer;
import dev.davit.k8s.cluster.Clusters;
import dev.davit.source.JavaName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turn Kubernetes objects, from files or live, into a definition, and prove that both say the same. */
public final class ManifestImporter implements Importer {
    private static final Pattern OBJECT = Pattern.compile("(?m)(^|[{,])\\s*\"?apiVersion\"?\\s*:");

    private final Clusters clusters;

    /** Make the importer; {@code ServiceLoader} does. */
    public ManifestImporter() {
        this(Clusters.ofThisProcess());
    }

    /** Make it for the clusters that a kubeconfig names. */
    public ManifestImporter(Clusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public String target() {
        return "kubernetes";
    }

    @Override
    public boolean recognises(String text) {
        return OBJECT.matcher(text).find();
    }

    @Override
    public Imported read(ImportSource source, Optional<String> packageName, Optional<String> className) {
        Bundle bundle;
        if (source instanceof ImportSource.Live live) {
            bundle = LiveObjects.read(clusters, live);
        } else {
            ManifestFiles files = new ManifestFiles();
            if (source instanceof ImportSource.File file) {
                files.read(file.path());
            } else {
                files.read(source.name(), ((ImportSource.Text) source).text());
            }
            Scopes scopes = new Scopes(files.found());
            bundle = Bundle.of(
                    source.name(),
                    scope(source),
                    Optional.empty(),
                    files.found(),
                    files.decisions(),
                    scopes::namespaced);
        }
        if (bundle.items().isEmpty()) {
            throw new ImportException(
                    "there is nothing to import",
                    bundle.name(),
                    bundle.decisions().isEmpty()
                            ? "it has no object"
                            : bundle.decisions().get(0).what() + ", since "
                                    + bundle.decisions().get(0).why(),
                    "name a file or a folder with manifests");
        }
        return new ImportRun(bundle).run(packageName, className.orElseGet(() -> className(bundle, source)));
    }

    private static Optional<String> scope(ImportSource source) {
        return source instanceof ImportSource.File file ? file.scope() : ((ImportSource.Text) source).scope();
    }

    /** Takes the name that the objects have in common, else that of their namespace, else of the folder. */
    private static String className(Bundle bundle, ImportSource source) {
        return Stream.concat(
                        bundle.suggestedName().stream(),
                        source instanceof ImportSource.File file ? names(file.path()) : Stream.empty())
                .map(it -> JavaName.type(it, ""))
                .filter(it -> !it.isEmpty() && !JavaName.isTaken(it))
                .findFirst()
                .orElse("Stack");
    }

    private static Stream<String> names(Path path) {
        Path normal = path.toAbsolutePath().normalize();
        return Stream.of(normal, normal.getParent())
                .filter(it -> it != null && it.getFileName() != null)
                .map(it -> it.getFileName().toString().replaceAll("\\.(yaml|yml|json)$", ""));
    }

    @Override
    public Formatted format(Path file) {
        throw new ImportException(
                "a manifest has no old words",
                file.toString(),
                "davit fmt writes those of a render.yaml anew",
                "nothing is to be done; kubectl convert changes old API versions");
    }
}
