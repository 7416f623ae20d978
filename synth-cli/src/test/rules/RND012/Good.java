import dev.davit.*;

/** Takes the address alone; the program adds the rest. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    var api = infra.privateService("api", Image.of("ghcr.io/acme/api:1.0.0"), s -> s.port(8000));
    infra.worker("worker", Image.of("ghcr.io/acme/worker:1.0.0"), w -> w.env("API_ADDRESS", api.hostPort()));
  }
}
