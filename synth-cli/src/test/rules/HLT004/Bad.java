import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.privateService("api", Image.of("ghcr.io/acme/api:1.0.0"), s -> s
        .health(Health.http("/healthz").liveness("/healthz")));
  }
}
