package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Know which namespaces are there.
 *
 * @param missing those that objects name and the cluster does not have
 * @param wanted those that the definition makes
 */
record Namespaces(Set<String> missing, Set<String> wanted) {
    /**
     * Asks for those that objects name.
     *
     * @param known those that are there, which are not asked for
     */
    static Namespaces of(ApiServer server, List<MapNode> trees, Set<String> known) {
        Set<String> named = new TreeSet<>();
        trees.stream().map(Objects::namespace).filter(it -> !it.isEmpty()).forEach(named::add);
        Set<String> missing = named.stream()
                .filter(it -> !known.contains(it) && isMissing(server, it))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = trees.stream()
                .filter(it -> Objects.kind(it).equals("Namespace"))
                .map(Objects::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Namespaces(missing, wanted);
    }

    static boolean isMissing(ApiServer server, String namespace) {
        return server.get("/api/v1/namespaces/" + namespace).notFound();
    }
}
