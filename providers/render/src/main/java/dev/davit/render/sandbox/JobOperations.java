package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Answers for one-off jobs, which run a command with the last build of a service. */
final class JobOperations {
    private static final Set<String> ENDED = Set.of("succeeded", "failed", "canceled");

    private final World world;

    JobOperations(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.on("GET /services/{}/jobs", this::list)
                .on("POST /services/{}/jobs", this::create)
                .on("GET /services/{}/jobs/{}", call -> Answer.ok(job(call).shown()))
                .on("POST /services/{}/jobs/{}/cancel", this::cancel);
    }

    private Entity service(Call call) {
        return world.state().get(Kind.SERVICE, call.variable(0));
    }

    private Entity job(Call call) {
        return world.state()
                .find(Kind.JOB, call.variable(1))
                .filter(it -> it.text("serviceId").equals(service(call).id()))
                .orElseThrow(() -> Problem.notFound(Kind.JOB, call.variable(1)));
    }

    private Answer list(Call call) {
        List<Entity> all =
                world.state().where(Kind.JOB, "serviceId", service(call).id());
        return Paging.page(call, "job", Filters.by(call, all, "status"));
    }

    private Answer create(Call call) {
        Entity service = service(call);
        Entity asked = call.body("jobPOST");
        if (service.text("_live").isEmpty()) {
            throw Problem.badRequest("a job needs a build, and service " + service.id() + " has none");
        }
        Entity job = Entity.empty()
                .put("id", world.state().newId(Kind.JOB))
                .put("serviceId", service.id())
                .put("planId", service.part("serviceDetails").text("plan"))
                .put("status", "pending")
                .put("createdAt", call.now())
                .take(asked, "startCommand", "planId");
        world.agenda().plan(call.now().plus(world.timings().queue()), Due.JOB, job.id(), "running");
        return Answer.created(world.state().put(Kind.JOB, job).shown());
    }

    private Answer cancel(Call call) {
        Entity job = job(call);
        if (ENDED.contains(job.text("status"))) {
            throw Problem.badRequest("job " + job.id() + " has ended, it is " + job.text("status"));
        }
        end(world, job, "canceled", call.now());
        return Answer.ok(job.shown());
    }

    private static void end(World world, Entity job, String status, Instant at) {
        job.put("status", status).put("finishedAt", at);
        world.events()
                .add(
                        job.text("serviceId"),
                        "job_run_ended",
                        new MapNode(null).put("jobId", job.id()).put("status", status),
                        at);
    }

    /** Starts a job, and ends it when it has run as long as runs do. */
    static void step(World world, Entity job, String status, Instant at) {
        if (ENDED.contains(job.text("status"))) {
            return;
        }
        if (status.equals("running")) {
            job.put("status", status).put("startedAt", at);
            world.agenda().plan(at.plus(world.timings().run()), Due.JOB, job.id(), "succeeded");
        } else {
            end(world, job, status, at);
        }
    }
}
