package dev.davit.k8s.manifest;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.document.ScalarNode;
import dev.davit.model.WorkloadSpec;

/** Makes jobs, which run to an end. */
final class Jobs {
    /** A finished job stays for a day, so that its log can be read. */
    private static final int DAY = 86_400;

    private static final Origin KEPT = Origin.target("a finished job goes away by itself");
    private static final Origin ALONE = Origin.target("a run does not start while the last one still runs");

    /**
     * Bounds a job.
     *
     * @param seconds when it is stopped
     * @param retries how often a failed run is tried again
     * @param keep how many seconds it stays when it is finished
     * @param origin why
     */
    record Limits(long seconds, int retries, int keep, Origin origin) {}

    private Jobs() {}

    /** Makes a job that is named by what it does: changed, it is another job and runs; unchanged, it is the one that ran. */
    static MapNode once(Cluster cluster, String stem, String id, Pod pod, Limits limits) {
        MapNode template = pod.template();
        String name = stem + "-" + ContentHash.of(template);
        MapNode job = cluster.object("batch/v1", "Job", name, id, limits.origin());
        MapNode body = job.map("spec", limits.origin());
        body.put("activeDeadlineSeconds", limits.seconds())
                .put("backoffLimit", limits.retries())
                .put("ttlSecondsAfterFinished", limits.keep(), KEPT)
                .put("template", template);
        return job;
    }

    static MapNode once(Cluster cluster, WorkloadSpec spec, Pod pod) {
        MapNode job = once(
                cluster,
                spec.id(),
                spec.id(),
                pod,
                new Limits(0, 0, DAY, spec.declaration().created()));
        limit(spec, job.getMap("spec").orElseThrow());
        return job;
    }

    static MapNode onSchedule(Cluster cluster, WorkloadSpec spec, Pod pod) {
        Origin origin = spec.origin("schedule");
        MapNode cron =
                cluster.object("batch/v1", "CronJob", spec, spec.declaration().created());
        MapNode body = cron.map("spec", spec.declaration().created());
        body.put("schedule", Schedules.of(spec.schedule().orElseThrow()), origin)
                .put("timeZone", "Etc/UTC", origin)
                .put("concurrencyPolicy", "Forbid", ALONE)
                .put(
                        "startingDeadlineSeconds",
                        300,
                        Origin.target("a start that was missed by five minutes is left out"))
                .put("successfulJobsHistoryLimit", 3, KEPT)
                .put("failedJobsHistoryLimit", 3, KEPT);
        MapNode template = body.map("jobTemplate", origin);
        template.map("metadata", origin).put("labels", cluster.labels(spec.id()));
        MapNode job = template.map("spec", origin);
        limit(spec, job);
        job.put("template", pod.template());
        return cron;
    }

    private static void limit(WorkloadSpec spec, MapNode body) {
        long seconds = Seconds.ofRoundedUp(spec.timeLimit());
        body.put("activeDeadlineSeconds", ScalarNode.of(seconds, spec.origin("timeLimit")))
                .put("backoffLimit", ScalarNode.of(spec.retries(), spec.origin("retries")));
    }
}
