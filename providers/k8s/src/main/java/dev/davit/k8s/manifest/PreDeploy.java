package dev.davit.k8s.manifest;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.WorkloadSpec;
import java.util.Map;

/**
 * Runs a step before a new version starts: an init container of the new instances.
 *
 * <p>A Job would run once per version, but nothing in plain Kubernetes makes a Deployment wait for a Job: with {@code kubectl apply}
 * both start at once and the new version meets the old schema. As an init container the step always comes first, whoever applies the
 * manifests; old instances serve on until it has succeeded. The price is that it runs again in each new instance, so it must be safe
 * to repeat and to run twice at a time, as migration tools with a lock are. A rollout starts one new instance at a time for it.
 */
final class PreDeploy {
    private final Cluster cluster;
    private final WorkloadSpec spec;

    PreDeploy(Cluster cluster, WorkloadSpec spec) {
        this.cluster = cluster;
        this.spec = spec;
    }

    boolean exists() {
        return !spec.preDeploy().isEmpty() || spec.preDeployJob().isPresent();
    }

    void into(Pod pod) {
        if (!spec.preDeploy().isEmpty()) {
            pod.initContainer(command());
            verdict();
        }
        spec.preDeployJob()
                .flatMap(key -> cluster.assembly().spec(key, WorkloadSpec.class))
                .ifPresent(job -> {
                    pod.initContainer(job(job));
                    verdict();
                });
    }

    private void verdict() {
        cluster.verdicts()
                .emulated(
                        spec.key(),
                        "the step before a deploy runs in each new instance before its program starts, so it must be safe to"
                                + " repeat");
    }

    private MapNode command() {
        Origin origin = spec.origin("preDeploy");
        Container container = new Container(Container.OWN + "pre-deploy", new BuiltImages(cluster).of(spec), origin)
                .command(spec.preDeploy().stream().map(Expansion::literal).toList(), origin);
        return finished(container, spec);
    }

    private MapNode job(WorkloadSpec job) {
        Container container = new Container(
                Manifests.JOB_BEFORE + job.id(), new BuiltImages(cluster).of(job), spec.origin("preDeploy"));
        WorkloadPod.command(cluster, job, container);
        return finished(container, job);
    }

    private MapNode finished(Container container, WorkloadSpec of) {
        EnvGroups.references(cluster, of).forEach(container::envFrom);
        return container
                .env(EnvVars.of(cluster, of, spec.key(), Map.of()))
                .resources(Amounts.of(of.cpu(), of.origin("cpu"), of.memory(), of.origin("memory"))
                        .scratch(dev.davit.Size.gib(1), Volumes.scratch())
                        .tree())
                .mount(Pod.TMP, "/tmp", false, Volumes.scratch())
                .tree();
    }

    /** Reports limits of a job that do not hold where it runs. */
    static void report(Cluster cluster, WorkloadSpec job) {
        cluster.verdicts()
                .emulated(
                        job.key(),
                        "it runs in the instances of those that wait for it, and is tried again until it succeeds");
        for (String property : new String[] {"timeLimit", "retries"}) {
            if (job.declaration().sets(property)) {
                cluster.findings()
                        .warning(Findings.PRE_DEPLOY)
                        .add(
                                job,
                                property,
                                property + " of " + job.key() + " does not hold before a deploy",
                                "the job runs as an init container, which Kubernetes tries again until it succeeds;"
                                        + " the rollout fails at its own deadline",
                                "let the program itself end in time, and remove the call");
            }
        }
    }
}
