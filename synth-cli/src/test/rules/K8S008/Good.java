import dev.davit.*;

class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1.0.0"), w -> {});
    infra.deployTo(Kubernetes.context("prod").namespace("mail-prod"));
  }
}
