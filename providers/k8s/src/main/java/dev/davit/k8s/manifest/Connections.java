package dev.davit.k8s.manifest;

import dev.davit.document.Origin;
import dev.davit.model.Edge;
import dev.davit.model.Edge.Use;
import dev.davit.model.ResourceKey;
import dev.davit.target.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows whose instances open connections to whom, inside the cluster. */
final class Connections {
    private final Map<ResourceKey, Map<ResourceKey, Origin>> callees = new LinkedHashMap<>();
    private final Map<ResourceKey, Map<ResourceKey, Origin>> callers = new LinkedHashMap<>();

    private Connections() {}

    static Connections of(Scope scope) {
        Connections connections = new Connections();
        for (Edge edge : scope.assembly().edges()) {
            if (edge.connects() && scope.holds(edge.from()) && scope.holds(edge.to())) {
                hosts(scope, edge.from()).forEach(from -> connections.add(from, edge.to(), edge.origin()));
            }
        }
        return connections;
    }

    /** Gives the resources in whose pods a resource runs: a job that runs before a deploy has no pods of its own. */
    static List<ResourceKey> hosts(Scope scope, ResourceKey key) {
        List<ResourceKey> waiting = waiting(scope, key);
        return waiting.isEmpty() ? List.of(key) : waiting;
    }

    /** Gives the services that wait for a job. */
    static List<ResourceKey> waiting(Scope scope, ResourceKey job) {
        return scope.assembly().neededBy(job).stream()
                .filter(edge -> edge.use() == Use.PRE_DEPLOY && scope.holds(edge.from()))
                .map(Edge::from)
                .distinct()
                .toList();
    }

    private void add(ResourceKey from, ResourceKey to, Origin origin) {
        callees.computeIfAbsent(from, key -> new LinkedHashMap<>()).putIfAbsent(to, origin);
        callers.computeIfAbsent(to, key -> new LinkedHashMap<>()).putIfAbsent(from, origin);
    }

    /** Gives whom the instances of a resource call, each with the first call of the user's that says so, in the order of the definition. */
    Map<ResourceKey, Origin> callees(ResourceKey from) {
        return callees.getOrDefault(from, Map.of());
    }

    /** Gives whose instances call a resource, in the order of the definition. */
    Map<ResourceKey, Origin> callers(ResourceKey to) {
        return callers.getOrDefault(to, Map.of());
    }
}
