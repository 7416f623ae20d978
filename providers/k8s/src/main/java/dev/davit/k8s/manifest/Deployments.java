package dev.davit.k8s.manifest;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.WorkloadSpec;

/** Makes the deployment of a workload that runs all the time. */
final class Deployments {
    private static final Origin WHOLE = Origin.target("old instances serve until new ones are ready");
    private static final Origin SETTLED = Origin.target("an instance counts when it has been ready for some seconds");
    private static final Origin HISTORY = Origin.target("the last five versions can be gone back to");

    private final Cluster cluster;
    private final WorkloadSpec spec;

    Deployments(Cluster cluster, WorkloadSpec spec) {
        this.cluster = cluster;
        this.spec = spec;
    }

    MapNode of(WorkloadPod workload) {
        Origin created = spec.declaration().created();
        MapNode deployment = cluster.object("apps/v1", "Deployment", spec, created);
        MapNode body = deployment.map("spec", created);
        if (!spec.scale().isElastic()) {
            reportStill();
            body.put("replicas", spec.scale().min(), spec.origin("scale"));
        }
        body.put("revisionHistoryLimit", 5, HISTORY)
                .put("progressDeadlineSeconds", workload.progressDeadline(), spec.origin("health"))
                .put("minReadySeconds", 5, SETTLED)
                .put("selector", cluster.selector(spec.id()))
                .put("strategy", strategy())
                .put("template", workload.pod().template());
        return deployment;
    }

    private void reportStill() {
        if (spec.scale().max() > spec.scale().min()) {
            cluster.verdicts()
                    .emulated(
                            spec.key(),
                            "nothing says when the number of instances changes, so there are "
                                    + spec.scale().min());
        }
    }

    private MapNode strategy() {
        MapNode strategy = new MapNode(WHOLE).put("type", "RollingUpdate");
        MapNode rolling = strategy.map("rollingUpdate", WHOLE);
        int spare = spareInstances();
        if (spec.gpu().isPresent() && spare == 0) {
            Origin full =
                    Origin.target("no GPU is said to be free, so an old instance must stop before a new one starts");
            reportGap();
            rolling.put("maxUnavailable", 1, full).put("maxSurge", 0, full);
        } else if (spec.gpu().isPresent()) {
            Origin surge = cluster.settings().surgeGpus().orElseThrow().origin();
            rolling.put("maxUnavailable", 0).put("maxSurge", spare, surge);
        } else if (new PreDeploy(cluster, spec).exists()) {
            rolling.put("maxUnavailable", 0)
                    .put("maxSurge", 1, Origin.target("the step before a deploy runs in one new instance first"));
        } else {
            rolling.put("maxUnavailable", 0).put("maxSurge", "25%");
        }
        return strategy;
    }

    private int spareInstances() {
        int free = cluster.settings()
                .surgeGpus()
                .map(it -> ((Number) it.value()).intValue())
                .orElse(0);
        return Math.max(0, free) / spec.gpu().map(gpu -> gpu.count()).orElse(1);
    }

    private void reportGap() {
        if (spec.scale().min() > 1) {
            return;
        }
        cluster.findings()
                .warning(Findings.GPU_ROLLOUT)
                .add(
                        spec,
                        "gpu",
                        "each rollout of " + spec.key() + " stops its only instance first",
                        "no GPU is said to be free for a second instance, so nobody answers while the new one loads",
                        "run two: .scale(Scale.fixed(2)), or say how many GPUs are free: .surgeGpus("
                                + spec.gpu().map(gpu -> gpu.count()).orElse(1) + ")");
    }
}
