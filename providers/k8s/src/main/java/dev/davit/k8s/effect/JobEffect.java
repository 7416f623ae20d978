package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.plan.Impact;
import java.util.Set;

/** Judges Jobs and CronJobs that change. */
final class JobEffect {
    private static final Set<String> HARMLESS = Set.of(
            "spec.ttlSecondsAfterFinished",
            "spec.backoffLimit",
            "spec.activeDeadlineSeconds",
            "spec.startingDeadlineSeconds",
            "spec.successfulJobsHistoryLimit",
            "spec.failedJobsHistoryLimit",
            "spec.concurrencyPolicy",
            "spec.schedule",
            "spec.timeZone",
            "spec.jobTemplate");

    private JobEffect() {}

    static Impact ofJob(MapNode live, MapNode after) {
        if (isFinished(live)) {
            return Said.none("the job has finished");
        }
        return Said.worst(Changed.fields(live, after).stream()
                .map(field -> ofJob(field, live, after))
                .toList());
    }

    private static Impact ofJob(String field, MapNode live, MapNode after) {
        switch (field) {
            case "spec.suspend":
                return Fields.isTrue(after, "spec", "suspend")
                        ? Said.outage("spec.suspend stops the pods of the running job", "let it finish first")
                        : Said.none("the job goes on");
            case "spec.parallelism":
                return number(after) < number(live)
                        ? Said.rolling(
                                "spec.parallelism falls: pods of the running job stop and their work is done later")
                        : Said.none("more pods of the running job start");
            case "spec.activeDeadlineSeconds":
                return Said.perhapsRolling("spec.activeDeadlineSeconds counts for the running job, too");
            default:
                return HARMLESS.contains(field)
                        ? Said.none(field + " touches no running pod")
                        : Said.perhapsOutage(field + " of a running job cannot change in place", "let it finish first");
        }
    }

    private static long number(MapNode job) {
        return Fields.number(job, "spec", "parallelism").orElse(1L);
    }

    /** Says whether a Job has run, well or not. */
    static boolean isFinished(Node job) {
        return Fields.list(job, "status", "conditions").stream()
                .anyMatch(it -> Fields.text(it, "status").filter("True"::equals).isPresent()
                        && Set.of("Complete", "Failed")
                                .contains(Fields.text(it, "type").orElse("")));
    }

    static Impact ofCronJob(MapNode live, MapNode after) {
        return Said.worst(Changed.fields(live, after).stream()
                .map(field -> ofCronJob(field, after))
                .toList());
    }

    private static Impact ofCronJob(String field, MapNode after) {
        if (field.equals("spec.suspend") && Fields.isTrue(after, "spec", "suspend")) {
            return Said.outage("spec.suspend: no further run starts", "leave it running");
        }
        return HARMLESS.contains(field) || field.equals("spec.suspend")
                ? Said.none(field + " counts from the next run on; a run that has begun ends as it began")
                : Said.unknown(field);
    }
}
