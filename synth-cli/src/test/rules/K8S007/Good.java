import dev.davit.*;

class Good implements Definition {
  @Override public void define(Infra infra) {
    var migrate = infra.job("migrate", Image.of("ghcr.io/acme/web:1.0.0"), j -> j
        .command("migrate"));
    infra.privateService("api", Image.of("ghcr.io/acme/web:1.0.0"), s -> s.preDeploy(migrate));
  }
}
