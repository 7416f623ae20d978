import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var orders = infra.privateService("orders", Image.of("ghcr.io/acme/orders:1.0.0"), s -> s
        .env("STOCK_URL", PrivateService.named("stock").url()));
    infra.privateService("stock", Image.of("ghcr.io/acme/stock:1.0.0"), s -> s
        .env("ORDERS_URL", orders.url()));
  }
}
