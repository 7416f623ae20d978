import dev.davit.*;

/** Scales by the jobs that wait, which Render cannot. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    var jobs = infra.jobQueue("jobs");
    infra.worker("worker", Image.of("ghcr.io/acme/worker:1.0.0"), w -> w
        .consumes(jobs)
        .scale(Scale.between(1, 10).queueDepth(jobs, "celery", 5))
        .env("QUEUE_URL", jobs.url()));
  }
}
