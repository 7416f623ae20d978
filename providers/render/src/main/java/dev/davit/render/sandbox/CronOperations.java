package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import java.time.Instant;

/** Answers for runs of cron jobs: at most one is active, and a new one cancels it. */
final class CronOperations {
    private final World world;

    CronOperations(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.on("POST /cron-jobs/{}/runs", this::run).on("DELETE /cron-jobs/{}/runs", this::cancel);
    }

    private Entity job(Call call) {
        Entity service = world.state().get(Kind.SERVICE, call.variable(0));
        if (ServiceType.of(service) != ServiceType.CRON_JOB) {
            throw Problem.notFound(Kind.SERVICE, service.id());
        }
        return service;
    }

    private Answer run(Call call) {
        Entity job = job(call);
        end(job, call.now());
        Entity run = Entity.empty()
                .put("id", world.state().newId(Kind.RUN))
                .put("status", "pending")
                .put("startedAt", call.now())
                .put("triggeredBy", "api")
                .put("_service", job.id());
        world.agenda().plan(call.now().plus(world.timings().run()), Due.RUN, run.id(), "");
        world.events().add(job, "cron_job_run_started", new MapNode(null).put("cronJobRunId", run.id()), call.now());
        return Answer.ok(world.state().put(Kind.RUN, run).shown());
    }

    private Answer cancel(Call call) {
        end(job(call), call.now());
        return Answer.gone();
    }

    private void end(Entity job, Instant now) {
        world.state().where(Kind.RUN, "_service", job.id()).stream()
                .forEach(it -> end(world, it.put("canceledBy", "api"), "canceled", now));
    }

    /** Ends a run that has not ended. */
    static void end(World world, Entity run, String status, Instant at) {
        if (!run.text("status").equals("pending")) {
            return;
        }
        run.put("status", status).put("finishedAt", at);
        world.events()
                .add(
                        run.text("_service"),
                        "cron_job_run_ended",
                        new MapNode(null).put("cronJobRunId", run.id()).put("status", status),
                        at);
    }
}
