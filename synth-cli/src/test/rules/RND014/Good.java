import dev.davit.*;

/** Runs the job before the service starts. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    var image = Image.of("ghcr.io/acme/web:1.0.0");
    var migrate = infra.job("migrate", image, j -> j.command("web", "migrate"));
    infra.webService("web", image, w -> w.health(Health.http("/healthz")).preDeploy(migrate));
  }
}
