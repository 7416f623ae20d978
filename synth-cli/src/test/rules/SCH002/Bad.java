import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var api = infra.privateService("api", Image.of("ghcr.io/acme/api:1.0.0"), s -> {});
    infra.deployTo(Render.region(Region.OREGON).raw(api, Raw.set("/startCommando", "npm start")));
  }
}
