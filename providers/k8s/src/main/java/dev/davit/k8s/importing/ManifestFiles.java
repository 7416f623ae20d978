package dev.davit.k8s.importing;

import dev.davit.document.CommentReader;
import dev.davit.document.Dialect;
import dev.davit.document.DocumentException;
import dev.davit.document.DocumentReader;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.importing.Decision;
import dev.davit.importing.ImportException;
import dev.davit.importing.Remarks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads objects from files, folders and what {@code kustomize build} prints. */
final class ManifestFiles {
    private static final int MOST_FILES = 2_000;
    private static final int MOST_DOCUMENTS = 5_000;
    private static final int MOST_VALUES = 80_000;
    private static final List<String> KUSTOMIZATIONS =
            List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final Set<String> LISTING = Set.of("apiVersion", "kind", "resources", "metadata");

    private final List<Found> found = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    /** A kustomization can list another that lists it. */
    private final Set<Path> visited = new HashSet<>();

    private int documents;
    private int values;

    List<Found> found() {
        return found;
    }

    List<Decision> decisions() {
        return decisions;
    }

    /** Reads a file, or all of a folder. */
    void read(Path path) {
        if (Files.isDirectory(path)) {
            folder(path);
        } else if (KUSTOMIZATIONS.contains(String.valueOf(path.getFileName()))) {
            kustomization(path);
        } else {
            file(path, true);
        }
        requireObjects(path.toString());
    }

    /** Reads a text, such as that which came by the standard input. */
    void read(String name, String text) {
        text(name, text, true);
        requireObjects(name);
    }

    private void requireObjects(String name) {
        if (found.isEmpty()) {
            throw new ImportException(
                    "there is no Kubernetes object",
                    name,
                    "nothing in it has an apiVersion and a kind",
                    "name a file or a folder with manifests");
        }
    }

    private void folder(Path folder) {
        for (String name : KUSTOMIZATIONS) {
            if (Files.exists(folder.resolve(name))) {
                kustomization(folder.resolve(name));
                return;
            }
        }
        List<Path> files = files(folder);
        if (files.size() > MOST_FILES) {
            throw new ImportException(
                    "the folder is too large",
                    folder.toString(),
                    "it has " + files.size() + " files, and at most " + MOST_FILES + " are read",
                    "name a folder in it");
        }
        files.forEach(it -> file(it, false));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(it -> it.getFileName().toString().matches("[^.].*\\.(yaml|yml|json)"))
                    .filter(it -> !folder.relativize(it).toString().matches("(.*/)?\\..*"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ImportException(
                    "the folder cannot be read", folder.toString(), e.getMessage(), "see to its permissions");
        }
    }

    /** One that only lists files is read as they are; for all else kustomize itself says what comes of it. */
    private void kustomization(Path path) {
        if (!visited.add(path.toAbsolutePath().normalize())) {
            return;
        }
        List<Node> read = DocumentReader.read(path.toString(), DocumentReader.text(path), Dialect.KUBERNETES);
        MapNode root = read.size() == 1 && read.get(0) instanceof MapNode map ? map : new MapNode(null);
        Optional<String> more = root.entries().keySet().stream()
                .filter(it -> !LISTING.contains(it))
                .findFirst();
        List<Path> listed = new ArrayList<>();
        root.getList("resources").ifPresent(list -> list.forEach(it -> listed.add(resolved(path, String.valueOf(it)))));
        Optional<Path> elsewhere =
                listed.stream().filter(it -> !Files.exists(it)).findFirst();
        if (more.isPresent() || elsewhere.isPresent()) {
            throw noKustomize(
                    path.toString(),
                    more.map(it -> "the field " + it + " changes what is listed")
                            .orElseGet(() -> "there is no file " + elsewhere.orElseThrow()),
                    path);
        }
        Set<Path> unique = new LinkedHashSet<>(listed);
        unique.forEach(it -> {
            if (Files.isDirectory(it)) {
                folder(it);
            } else {
                file(it, true);
            }
        });
    }

    private static Path resolved(Path kustomization, String name) {
        try {
            return kustomization.resolveSibling(name).normalize();
        } catch (InvalidPathException e) {
            throw noKustomize(kustomization.toString(), "it lists what is no path", kustomization);
        }
    }

    private static ImportException noKustomize(String where, String why, Path file) {
        return new ImportException(
                "Davit does not run kustomize",
                where,
                why,
                "pipe what it makes: kubectl kustomize "
                        + Optional.ofNullable(file.getParent())
                                .map(Path::toString)
                                .orElse(".")
                        + " | davit import --from kubernetes -");
    }

    private void file(Path path, boolean named) {
        text(path.toString(), DocumentReader.text(path), named);
    }

    private void text(String name, String text, boolean named) {
        List<Node> read;
        try {
            read = DocumentReader.read(name, text, Dialect.KUBERNETES);
        } catch (DocumentException e) {
            if (text.contains("{{")) {
                throw new ImportException(
                        "this is a template",
                        e.where(),
                        "it has {{ }}, and only Helm knows what comes of it",
                        "pipe what it makes: helm template RELEASE CHART | davit import --from kubernetes -");
            }
            throw e;
        }
        documents += read.size();
        if (documents > MOST_DOCUMENTS) {
            throw new ImportException(
                    "there are too many documents",
                    name,
                    "there are more than " + MOST_DOCUMENTS + ", and no definition holds as many objects",
                    "import a part of them");
        }
        requireFit(name, read);
        Remarks remarks = new Remarks(read, CommentReader.read(text));
        read.forEach(it -> document(it, name, remarks, named));
    }

    /** Far more than any definition holds, server's notes and all, is not worth the look at its comments. */
    private void requireFit(String name, List<Node> read) {
        values += read.stream().mapToInt(Bundle::values).sum();
        if (values > MOST_VALUES) {
            throw Bundle.tooLarge(name, values);
        }
    }

    private void document(Node node, String name, Remarks remarks, boolean named) {
        if (node instanceof ScalarNode scalar && scalar.value() == null) {
            return;
        }
        if (!Found.isObject(node)) {
            notOne(node, name, named);
            return;
        }
        MapNode map = (MapNode) node;
        if (Scopes.text(map, "apiVersion").startsWith("kustomize.config.k8s.io/")) {
            throw noKustomize(name, "a " + Scopes.text(map, "kind") + " changes what is listed", Path.of(name));
        }
        Optional<ListNode> items = map.getList("items")
                .filter(it -> map.getText("kind").orElse("").endsWith("List"))
                .filter(it -> it.items().stream().allMatch(Found::isObject));
        if (items.isPresent()) {
            items.get().forEach(it -> document(it, name, remarks, named));
        } else {
            found.add(new Found(map, name, remarks));
        }
    }

    private void notOne(Node node, String name, boolean named) {
        if (named) {
            throw new ImportException(
                    "this is no Kubernetes object",
                    name + ":" + Item.line(node),
                    node instanceof MapNode ? "it has no apiVersion or no kind" : "it is no map",
                    "take it out, or name the files that hold manifests");
        }
        decisions.add(new Decision(
                Decision.Kind.LEFT_OUT,
                name,
                Item.line(node),
                1,
                name,
                "a document is left out",
                "it has no apiVersion or no kind, so it is no Kubernetes object"));
    }
}
