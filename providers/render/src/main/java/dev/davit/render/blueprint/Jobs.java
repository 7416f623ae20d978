package dev.davit.render.blueprint;

import dev.davit.NativeRuntime;
import dev.davit.Source;
import dev.davit.model.Assembly;
import dev.davit.model.ResourceKey;
import dev.davit.model.WorkloadSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Turns one-off jobs into the pre-deploy commands of the services that wait for them. Render has nothing else that runs a job once
 * per deploy; source: https://render.com/docs/deploys, "Pre-deploy command".
 */
final class Jobs {
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Context context;

    Jobs(Context context) {
        this.context = context;
    }

    /** Gives the job that a service waits for, if Render can run it in the service's own image. */
    Optional<WorkloadSpec> of(WorkloadSpec service) {
        Assembly assembly = context.scope().assembly();
        return service.preDeployJob()
                .flatMap(key -> assembly.spec(key, WorkloadSpec.class))
                .filter(job -> sameProgram(job.source(), service.source()) && hasCommand(job));
    }

    /** Looks at a job by itself: whether a service starts it, and what of it Render cannot do. */
    void report(WorkloadSpec job) {
        List<WorkloadSpec> services = waiting(job.key());
        if (services.isEmpty()) {
            context.remarks()
                    .idleJob(
                            job,
                            "nothing on Render starts the job",
                            "a Blueprint runs a one-off job only as the pre-deploy command of a service",
                            "let a service wait for it: .preDeploy(" + Variable.of(job.key())
                                    + "); or make it a cron job");
            return;
        }
        services.forEach(service -> report(job, service));
        if (job.declaration().sets("retries")) {
            context.remarks()
                    .noField(
                            job,
                            "retries",
                            "Render does not run a failed pre-deploy command again",
                            "the deploy fails and the old version keeps serving",
                            "let the command itself try again");
        }
        if (job.declaration().sets("cpu") || job.declaration().sets("memory")) {
            context.remarks()
                    .noField(
                            job,
                            job.declaration().sets("memory") ? "memory" : "cpu",
                            "Render runs a pre-deploy command on the plan of its service",
                            "what the job asks for itself is not looked at",
                            "ask for it at the service");
        }
        if (job.timeLimit().compareTo(LIMIT) > 0 && job.declaration().sets("timeLimit")) {
            context.remarks()
                    .noField(
                            job,
                            "timeLimit",
                            "Render stops a pre-deploy command after 30 minutes",
                            "its limit is shorter than the one asked for, and the deploy fails",
                            "do the long part in a worker or a cron job");
        }
    }

    private void report(WorkloadSpec job, WorkloadSpec service) {
        if (!sameProgram(job.source(), service.source())) {
            refuse(
                    job,
                    service,
                    "Render cannot run the job before " + service.key() + " starts",
                    "a pre-deploy command runs in the service's own image, and the job has another source",
                    "give job and service one source, and the job a .command(...) of its own");
        } else if (!hasCommand(job)) {
            refuse(
                    job,
                    service,
                    "Render cannot tell the job from " + service.key(),
                    "both have one source, and the job has no command of its own to run before the service starts",
                    "say what the job runs: .command(\"...\")");
        } else {
            context.notes().emulated(job.key(), "it is the pre-deploy command of " + service.key());
        }
    }

    private void refuse(WorkloadSpec job, WorkloadSpec service, String what, String why, String fix) {
        context.notes().impossible(service.key(), "it starts without " + job.key(), fix);
        context.remarks().idleJob(job, what, why, fix);
    }

    private List<WorkloadSpec> waiting(ResourceKey job) {
        return context.scope().specs().stream()
                .filter(WorkloadSpec.class::isInstance)
                .map(WorkloadSpec.class::cast)
                .filter(it -> it.preDeployJob().filter(job::equals).isPresent())
                .toList();
    }

    /** Says whether the job has something of its own to run: words, or the start command of a native runtime. */
    private static boolean hasCommand(WorkloadSpec job) {
        return !job.command().isEmpty()
                || job.source() instanceof NativeRuntime runtime
                        && !runtime.start().isBlank();
    }

    private static boolean sameProgram(Source one, Source other) {
        if (one instanceof NativeRuntime first && other instanceof NativeRuntime second) {
            return first.start("").equals(second.start(""));
        }
        return one.equals(other);
    }
}
