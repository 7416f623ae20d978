import dev.davit.*;

class Good implements Definition {
  @Override public void define(Infra infra) {
    var smtp = infra.secret("smtp");
    infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1.0.0"), w -> w
        .env("SMTP", smtp)
        .command("mailer", "--smtp-from", "SMTP"));
  }
}
