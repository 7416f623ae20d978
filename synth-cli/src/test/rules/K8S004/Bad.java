import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var jobs = infra.jobQueue("jobs");
    infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1.0.0"), w -> w
        .consumes(jobs)
        .scale(Scale.between(1, 6).queueDepth(jobs, "celery", 5)));
  }
}
