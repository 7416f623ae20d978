import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var web = infra.webService("web", Image.of("ghcr.io/acme/web:1.0.0"), w -> w
        .health(Health.http("/healthz")));
    infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1.0.0"), w -> w.env("LINK", web.publicUrl()));
    infra.deployTo(Kubernetes.context("prod").ingressClass("nginx"));
  }
}
