import dev.davit.*;
import java.time.Duration;

/** A web service puts jobs into a queue, a worker takes them out. */
class Quickstart implements Definition {
  @Override public void define(Infra infra) {
    var jobs = infra.jobQueue("jobs");

    var web = infra.webService("web", Image.of("ghcr.io/acme/web:1.0.0"), w -> w
        .health(Health.http("/healthz"))
        .scale(Scale.between(2, 4).cpu(70))
        .env("QUEUE_URL", jobs.url()));

    infra.worker("worker", Image.of("ghcr.io/acme/worker:1.0.0"), w -> w
        .consumes(jobs)
        .drain(Duration.ofMinutes(2))
        .env("QUEUE_URL", jobs.url()));

    infra.output("queue-host", jobs.host());
    infra.output("web-address", web.hostPort());
  }
}
