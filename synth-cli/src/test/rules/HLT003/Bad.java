import dev.davit.*;

/** Relies on a health path that Render does not ask a private service. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.privateService("embedder", Image.of("ghcr.io/acme/embedder:1.0.0"), s -> s
        .port(8000)
        .health(Health.http("/ready")));
  }
}
