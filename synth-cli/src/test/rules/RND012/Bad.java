import dev.davit.*;

/** Wants a URL in one variable, and no shell is known to put it together. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    var api = infra.privateService("api", Image.of("ghcr.io/acme/api:1.0.0"), s -> s.port(8000));
    infra.worker("worker", Image.of("ghcr.io/acme/worker:1.0.0"), w -> w.env("API_URL", api.url("/v1")));
  }
}
