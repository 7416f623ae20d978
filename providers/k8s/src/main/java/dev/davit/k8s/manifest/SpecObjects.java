package dev.davit.k8s.manifest;

import dev.davit.document.MapNode;
import dev.davit.model.EnvGroupSpec;
import dev.davit.model.KeyValueSpec;
import dev.davit.model.ModelSpec;
import dev.davit.model.PostgresSpec;
import dev.davit.model.SecretSpec;
import dev.davit.model.SpecVisitor;
import dev.davit.model.StaticSiteSpec;
import dev.davit.model.WorkloadSpec;
import java.util.List;

/** Makes the objects of each shape of spec. */
final class SpecObjects implements SpecVisitor<List<MapNode>> {
    private final Cluster cluster;

    SpecObjects(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public List<MapNode> workload(WorkloadSpec spec) {
        return Workloads.of(cluster, spec);
    }

    @Override
    public List<MapNode> staticSite(StaticSiteSpec spec) {
        return new StaticSites(cluster, spec).objects();
    }

    @Override
    public List<MapNode> keyValue(KeyValueSpec spec) {
        return new Valkey(cluster, spec).objects();
    }

    @Override
    public List<MapNode> postgres(PostgresSpec spec) {
        return new PostgresServer(cluster, spec).objects();
    }

    @Override
    public List<MapNode> model(ModelSpec spec) {
        cluster.verdicts().emulated(spec.key(), "an init container of each server fetches it and checks its digests");
        return List.of(ModelFetch.configMap(cluster, spec).tree());
    }

    @Override
    public List<MapNode> envGroup(EnvGroupSpec spec) {
        cluster.verdicts().exact(spec.key());
        return List.of(EnvGroups.configMap(cluster, spec).tree());
    }

    /** A secret that a person gives has no object: an empty one would overwrite it. */
    @Override
    public List<MapNode> secret(SecretSpec spec) {
        cluster.verdicts().exact(spec.key());
        return List.of();
    }
}
