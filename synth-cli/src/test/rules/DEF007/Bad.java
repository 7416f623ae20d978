import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var orders = infra.privateService("orders", Image.of("ghcr.io/acme/orders:1.0.0"), s -> {});
    infra.deployTo(Render.region(Region.OREGON));
    infra.deployTo(Render.region(Region.FRANKFURT), orders);
  }
}
