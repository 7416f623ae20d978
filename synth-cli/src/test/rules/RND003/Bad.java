import dev.davit.*;

/** Asks for a second instance where the builder offers none: beside a disk. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    var worker = infra.worker("worker", Image.of("ghcr.io/acme/worker:1.0.0"), Disk.at("/cache", Size.gib(20)), w -> {});
    infra.deployTo(Render.region(Region.OREGON).raw(worker, Raw.set("/numInstances", 2)));
  }
}
