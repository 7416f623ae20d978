import dev.davit.*;

/** Asks a private service. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    var api = infra.privateService("api", Image.of("ghcr.io/acme/api:1.0.0"), s -> s.port(8000));
    infra.webService("web", Image.of("ghcr.io/acme/web:1.0.0"), w -> w
        .health(Health.http("/healthz"))
        .env("API_HOST", api.host()));
    infra.deployTo(Render.region(Region.OREGON));
  }
}
