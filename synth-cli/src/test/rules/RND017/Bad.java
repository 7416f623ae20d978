import dev.davit.*;

/** Gives two services one name on Render. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1"));
    var cache = infra.cache("cache");
    infra.deployTo(Render.settings().name(cache, "mailer"));
  }
}
