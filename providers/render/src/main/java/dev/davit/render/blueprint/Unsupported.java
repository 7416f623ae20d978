package dev.davit.render.blueprint;

import dev.davit.Health;
import dev.davit.model.Declaration;
import dev.davit.model.Kind;
import dev.davit.model.Spec;
import dev.davit.model.WorkloadSpec;
import java.time.Duration;

/** Reports what the user set on a workload and no field of Render's can hold. */
final class Unsupported {
    private static final Duration CRON_LIMIT = Duration.ofHours(12);

    private final Context context;
    private final WorkloadSpec spec;

    Unsupported(Context context, WorkloadSpec spec) {
        this.context = context;
        this.spec = spec;
    }

    void report() {
        if (spec.isService()) {
            reportRequestTimeout();
            spec.health().ifPresent(this::reportHealth);
        }
        if (spec.gpu().isPresent()) {
            context.remarks().noGpu(spec);
        }
        if (spec.kind() == Kind.CRON_JOB) {
            reportRun();
        }
        rename(context, spec);
    }

    private void reportRequestTimeout() {
        if (declared().sets("requestTimeout")) {
            context.remarks()
                    .noNeed(
                            spec,
                            "requestTimeout",
                            "Render has no setting for the time of a request",
                            "it lets each request take up to 100 minutes");
        }
    }

    private void reportHealth(Health health) {
        if (health.liveness().isPresent()) {
            context.remarks()
                    .noField(
                            spec,
                            "health",
                            "Render knows no liveness check of its own",
                            spec.kind() == Kind.WEB_SERVICE
                                    ? "it asks one path, and restarts an instance that fails it for 60 seconds"
                                    : "it looks at the open port alone",
                            "take .liveness(...) out, or let the readiness path answer for both");
        }
        health.startsWithin()
                .ifPresent(time -> context.notes()
                        .emulated(
                                spec.key(),
                                "Render gives every instance 900 seconds to start, whatever startsWithin says"));
        if (spec.kind() == Kind.PRIVATE_SERVICE && health.path().isPresent()) {
            context.notes().emulated(spec.key(), "Render takes an open port for ready, not the health path");
        }
    }

    private void reportRun() {
        if (declared().sets("retries") && spec.retries() > 0) {
            context.remarks()
                    .noField(
                            spec,
                            "retries",
                            "Render does not run a failed cron job again",
                            "the next run is the one by schedule",
                            "let the command itself try again");
        }
        if (!declared().sets("retries")) {
            context.notes().emulated(spec.key(), "Render does not run a failed cron job again");
        }
        if (declared().sets("timeLimit")) {
            context.remarks()
                    .noField(
                            spec,
                            "timeLimit",
                            "Render has no setting for the time of a run",
                            "it stops every run after " + CRON_LIMIT.toHours() + " hours",
                            spec.timeLimit().compareTo(CRON_LIMIT) > 0
                                    ? "split the work into shorter runs, or place it on a cluster"
                                    : "let the command itself stop: timeout "
                                            + spec.timeLimit().toSeconds() + " ...");
        }
    }

    private Declaration declared() {
        return spec.declaration();
    }

    /** The name is what a Blueprint knows a live object by; source: https://render.com/docs/blueprint-spec, "name". */
    static void rename(Context context, Spec spec) {
        spec.declaration()
                .movedFrom()
                .ifPresent(old -> context.remarks()
                        .noField(
                                spec,
                                "movedFrom",
                                "a Blueprint cannot rename \"" + old + "\" to \"" + spec.id() + "\"",
                                "Render would make a second resource and leave the first running",
                                "rename it in Render's dashboard before the Blueprint is synced"));
    }
}
