import dev.davit.*;

class Good implements Definition {
  @Override public void define(Infra infra) {
    var jobs = infra.jobQueue("jobs");
    var smtp = infra.secret("smtp-credentials");
    infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1.0.0"), w -> w
        .consumes(jobs)
        .env("SMTP", smtp));
  }
}
