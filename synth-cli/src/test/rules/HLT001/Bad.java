import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.webService("web", Image.of("ghcr.io/acme/web:1.0.0"), w -> {});
  }
}
