import dev.davit.*;

class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.privateService("api", Image.of("ghcr.io/acme/api:1.0.0"), s -> s.command("serve"));
  }
}
