import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var mailer = infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1.0.0"), w -> w.scale(Scale.between(2, 6).cpu(70)));
    infra.deployTo(Kubernetes.context("prod").raw(mailer, "HorizontalPodAutoscaler", Raw.remove("/spec/minReplicas")));
  }
}
