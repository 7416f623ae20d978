import dev.davit.*;

/** Scales by the use of the processors. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    var jobs = infra.jobQueue("jobs");
    infra.worker("worker", Image.of("ghcr.io/acme/worker:1.0.0"), w -> w
        .consumes(jobs)
        .scale(Scale.between(1, 10).cpu(70))
        .env("QUEUE_URL", jobs.url()));
  }
}
