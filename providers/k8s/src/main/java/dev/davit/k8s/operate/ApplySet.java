package dev.davit.k8s.operate;

import dev.davit.document.MapNode;
import dev.davit.k8s.ownership.Home;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Describes the parent of a set of objects, in the words of kubectl ({@code pkg/cmd/apply/applyset.go}; the text of KEP-3659 has others).
 *
 * @param kinds the kinds of its members: {@code Deployment.apps}
 * @param namespaces where its members are, the parent's own namespace left out
 */
record ApplySet(Set<String> kinds, Set<String> namespaces) {
    static final String TOKEN = "davit.dev/lease-token";
    static final String TOOL = "davit";

    ApplySet {
        kinds = new TreeSet<>(kinds);
        namespaces = new TreeSet<>(namespaces);
    }

    static ApplySet of(Live parent) {
        return new ApplySet(
                items(parent.annotation(Home.KINDS).orElse("")),
                items(parent.annotation(Home.NAMESPACES).orElse("")));
    }

    ApplySet or(ApplySet other) {
        return new ApplySet(union(kinds, other.kinds), union(namespaces, other.namespaces));
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    /** Writes the parent; it holds no data. */
    MapNode parent(Home home, long token) {
        MapNode parent = new MapNode(null).put("apiVersion", "v1").put("kind", "Secret");
        MapNode metadata = parent.map("metadata", null).put("name", home.name()).put("namespace", home.namespace());
        metadata.map("labels", null).put(Home.ID, home.id());
        metadata.map("annotations", null)
                .put(Home.TOOLING, TOOL + "/" + version())
                .put(Home.KINDS, String.join(",", kinds))
                .put(
                        Home.NAMESPACES,
                        namespaces.stream()
                                .filter(it -> !it.equals(home.namespace()))
                                .collect(Collectors.joining(",")))
                .put(TOKEN, Long.toString(token));
        return parent;
    }

    private static String version() {
        String version = ApplySet.class.getPackage().getImplementationVersion();
        return "v" + (version == null ? "0.0.0" : version);
    }

    private static Set<String> items(String list) {
        return Arrays.stream(list.split(",")).filter(it -> !it.isEmpty()).collect(Collectors.toSet());
    }

    private static Set<String> union(Collection<String> some, Collection<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }
}
