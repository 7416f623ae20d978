import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.privateService("orders", Image.of("ghcr.io/acme/orders:1.0.0"), s -> {});
    infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1.0.0"), w -> w
        .env("ORDERS_URL", PrivateService.named("order").url()));
  }
}
