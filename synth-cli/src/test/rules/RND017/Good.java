import dev.davit.*;

/** Gives each service a name of its own on Render. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1"));
    var cache = infra.cache("cache");
    infra.deployTo(Render.settings().name(cache, "Mailer Cache"));
  }
}
