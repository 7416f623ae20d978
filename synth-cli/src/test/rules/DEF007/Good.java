import dev.davit.*;

class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.privateService("orders", Image.of("ghcr.io/acme/orders:1.0.0"), s -> {});
    infra.deployTo(Render.region(Region.FRANKFURT));
  }
}
