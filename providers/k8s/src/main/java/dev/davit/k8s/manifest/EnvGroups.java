package dev.davit.k8s.manifest;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.model.EnvGroupSpec;
import dev.davit.model.ResourceKey;
import dev.davit.model.WorkloadSpec;
import java.util.List;

/** Makes a ConfigMap of each group of variables, and the references of its readers. */
final class EnvGroups {
    private EnvGroups() {}

    static ConfigMap configMap(Cluster cluster, EnvGroupSpec spec) {
        MapNode data = new MapNode(spec.declaration().created());
        spec.env().forEach((name, value) -> data.put(name, value, spec.origin("env." + name)));
        return ConfigMap.of(
                cluster, spec.id() + "-env", spec.id(), data, spec.declaration().created());
    }

    /** Refers to the groups that a workload reads, in its order: of two values for a name the later group's counts. */
    static List<Node> references(Cluster cluster, WorkloadSpec spec) {
        return spec.envGroups().stream()
                .map(key -> reference(cluster, spec, key))
                .toList();
    }

    private static Node reference(Cluster cluster, WorkloadSpec spec, ResourceKey key) {
        EnvGroupSpec group = cluster.assembly().spec(key, EnvGroupSpec.class).orElseThrow();
        Origin origin = spec.origin("envGroup." + key.id());
        MapNode source = new MapNode(origin);
        source.map("configMapRef", origin).put("name", configMap(cluster, group).name());
        return source;
    }
}
