import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var migrate = infra.job("migrate", Image.of("ghcr.io/acme/web:1.0.0"), j -> j
        .command("migrate")
        .retries(5));
    infra.privateService("api", Image.of("ghcr.io/acme/web:1.0.0"), s -> s.preDeploy(migrate));
  }
}
