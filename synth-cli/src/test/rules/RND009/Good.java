import dev.davit.*;

/** Takes the free plan for a cache, which may forget. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.jobQueue("jobs");
    var cache = infra.cache("cache");
    infra.deployTo(Render.region(Region.OREGON).plan(cache, Plan.FREE));
  }
}
