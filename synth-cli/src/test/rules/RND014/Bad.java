import dev.davit.*;

/** Adds a job that nothing starts. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    var image = Image.of("ghcr.io/acme/web:1.0.0");
    infra.job("migrate", image, j -> j.command("web", "migrate"));
    infra.webService("web", image, w -> w.health(Health.http("/healthz")));
  }
}
