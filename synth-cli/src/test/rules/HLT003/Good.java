import dev.davit.*;

/** Opens its port only when it can serve. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.privateService("embedder", Image.of("ghcr.io/acme/embedder:1.0.0"), s -> s
        .port(8000)
        .health(Health.http("/ready"))
        .opensPortWhenReady());
  }
}
