import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("Nightly_Mailer", Image.of("ghcr.io/acme/mailer:1.0.0"), w -> {});
  }
}
