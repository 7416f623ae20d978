package dev.davit.k8s.cluster;

import dev.davit.apply.ApplyException;
import dev.davit.document.DocumentException;
import dev.davit.document.DocumentReader;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Read the files in which {@code kubectl} keeps clusters, users and contexts. Of two files that name the same thing the first counts.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/">organizing cluster access</a>
 */
final class Kubeconfig {
    private final List<Path> files;
    private final List<MapNode> documents;

    private Kubeconfig(List<Path> files, List<MapNode> documents) {
        this.files = files;
        this.documents = documents;
    }

    /** Read the files of {@code KUBECONFIG}, else {@code ~/.kube/config}; those that are not there count as empty. */
    static Kubeconfig read(Map<String, String> environment) {
        String named = environment.getOrDefault("KUBECONFIG", "");
        List<Path> paths = new ArrayList<>();
        if (named.isBlank()) {
            paths.add(Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".kube", "config"));
        } else {
            for (String path : named.split(File.pathSeparator)) {
                if (!path.isBlank()) {
                    paths.add(Path.of(path));
                }
            }
        }
        List<Path> found = paths.stream().filter(java.nio.file.Files::exists).toList();
        return new Kubeconfig(paths, found.stream().map(Kubeconfig::document).toList()).at(found);
    }

    private Kubeconfig at(List<Path> found) {
        return new Kubeconfig(found.isEmpty() ? files : found, documents);
    }

    private static MapNode document(Path file) {
        try {
            List<Node> documents = DocumentReader.read(file);
            return documents.size() == 1 && documents.get(0) instanceof MapNode map ? map : new MapNode(null);
        } catch (DocumentException e) {
            throw new ApplyException(
                    ApplyException.Reason.NO_PERMISSION, e.getMessage(), file.toString(), "correct the kubeconfig", e);
        }
    }

    boolean isEmpty() {
        return documents.stream().allMatch(MapNode::isEmpty);
    }

    /** Give the names of the contexts, in order. */
    List<String> contexts() {
        return documents.stream()
                .flatMap(it -> named(it, "contexts").stream())
                .flatMap(it -> it.getText("name").stream())
                .distinct()
                .toList();
    }

    /** Give the current context's name. */
    Optional<String> current() {
        return documents.stream()
                .flatMap(it -> it.getText("current-context").stream())
                .filter(it -> !it.isEmpty())
                .findFirst();
    }

    /** Give what a context joins. */
    Entry entry(String context) {
        Found found = find("contexts", "context", context)
                .orElseThrow(() -> refused(
                        "there is no context \"" + context + "\"",
                        contexts().isEmpty()
                                ? "no kubeconfig has a context: log in to the cluster first"
                                : "name one of these: " + String.join(", ", contexts())));
        String cluster = found.map.getText("cluster").orElse("");
        String user = found.map.getText("user").orElse("");
        Found place = find("clusters", "cluster", cluster)
                .orElseThrow(() -> refused(
                        "the context \"" + context + "\" names a cluster that is not there: \"" + cluster + "\"",
                        "correct the kubeconfig"));
        Optional<Found> who = find("users", "user", user);
        if (who.isEmpty() && !user.isEmpty()) {
            throw refused(
                    "the context \"" + context + "\" names a user that is not there: \"" + user + "\"",
                    "correct the kubeconfig");
        }
        return new Entry(
                context, new Section(place), new Section(who.orElse(new Found(new MapNode(null), place.folder))));
    }

    /** Refuse a configuration. */
    ApplyException refused(String what, String next) {
        String where = files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new ApplyException(ApplyException.Reason.NO_PERMISSION, what, where, next, null);
    }

    private Optional<Found> find(String list, String inner, String name) {
        for (int i = 0; i < documents.size(); i++) {
            for (MapNode item : named(documents.get(i), list)) {
                if (item.getText("name").orElse("").equals(name)) {
                    Path folder = files.get(i).toAbsolutePath().getParent();
                    return Optional.of(new Found(item.getMap(inner).orElse(new MapNode(null)), folder));
                }
            }
        }
        return Optional.empty();
    }

    private static List<MapNode> named(MapNode document, String list) {
        return document.getList(list).map(ListNode::items).orElse(List.of()).stream()
                .filter(MapNode.class::isInstance)
                .map(MapNode.class::cast)
                .toList();
    }

    private record Found(MapNode map, Path folder) {}

    /** Hold what a context joins. */
    record Entry(String context, Section cluster, Section user) {}

    /** Hold a cluster or a user; paths in it start at the folder of its file. */
    static final class Section {
        private final Found found;

        private Section(Found found) {
            this.found = found;
        }

        MapNode map() {
            return found.map;
        }

        Path folder() {
            return found.folder;
        }

        Optional<String> text(String key) {
            return found.map.getText(key).filter(it -> !it.isEmpty());
        }

        boolean flag(String key) {
            return found.map.get(key).map(Node::toString).orElse("").equals("true");
        }

        Optional<Path> path(String key) {
            return text(key).map(found.folder::resolve);
        }

        /** Read what stands in the configuration in base64 under {@code key-data}, or in the file under {@code key}. */
        Optional<String> content(String key) {
            return text(key + "-data")
                    .map(Base64Text::decoded)
                    .or(() -> path(key).map(file -> Files.text(file, "the file of " + key)));
        }
    }
}
