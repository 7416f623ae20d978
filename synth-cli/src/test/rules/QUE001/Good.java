import dev.davit.*;

class Good implements Definition {
  @Override public void define(Infra infra) {
    var pages = infra.cache("pages");
    infra.deployTo(Render.region(Region.OREGON).raw(pages, Raw.set("/maxmemoryPolicy", "allkeys-lru")));
  }
}
