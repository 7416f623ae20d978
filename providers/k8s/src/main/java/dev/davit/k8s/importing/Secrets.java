package dev.davit.k8s.importing;

import dev.davit.document.MapNode;
import dev.davit.importing.Decision;
import dev.davit.importing.Decision.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Turns Secrets into their names: what they hold is in no file of Davit's. */
final class Secrets {
    /** What tools and the cluster itself make for themselves. */
    private static final Set<String> OF_TOOLS = Set.of("kubernetes.io/service-account-token", "helm.sh/release.v1");

    private Secrets() {}

    /** Gives the keys; empty for what no person makes. */
    static Optional<Set<String>> of(Item item, Consumer<Decision> decisions) {
        if (OF_TOOLS.contains(Scopes.text(item.tree(), "type"))) {
            decisions.accept(item.decision(
                    Kind.LEFT_OUT, item.tree(), "", item.path() + " is left out", "the cluster or Helm makes it"));
            return Optional.empty();
        }
        Set<String> keys = new TreeSet<>();
        for (String field : new String[] {"data", "stringData"}) {
            item.tree().getMap(field).map(MapNode::entries).ifPresent(it -> keys.addAll(it.keySet()));
        }
        decisions.accept(item.decision(
                Kind.SECRET,
                item.tree(),
                "",
                item.path() + " is known by its name alone",
                "its values are not written to Java, and Davit neither makes nor changes it"
                        + (keys.isEmpty() ? "" : "; objects may read " + String.join(", ", keys))));
        return Optional.of(keys);
    }
}
