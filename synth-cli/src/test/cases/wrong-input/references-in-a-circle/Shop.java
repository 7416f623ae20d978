import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    infra.privateService("api", Image.of("acme/api:1"), s -> s
        .env("STOCK", PrivateService.named("stock").url()));
    infra.privateService("stock", Image.of("acme/stock:1"), s -> s
        .env("API", PrivateService.named("api").url()));
  }
}
