import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var web = infra.webService("web", Image.of("ghcr.io/acme/web:1.0.0"), w -> w.health(Health.http("/healthz")));
    infra.deployTo(Render.region(Region.OREGON).raw(web, Raw.remove("/healthCheckPath")));
  }
}
