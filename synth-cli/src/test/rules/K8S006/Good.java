import dev.davit.*;
import java.time.Duration;

class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.webService("web", Image.of("ghcr.io/acme/web:1.0.0"), w -> w
        .health(Health.http("/healthz"))
        .domain("app.example.com")
        .requestTimeout(Duration.ofMinutes(10)));
    infra.deployTo(Kubernetes.context("prod").ingressClass("nginx"));
  }
}
