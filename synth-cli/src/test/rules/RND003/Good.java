import dev.davit.*;

/** Runs two instances without a disk. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("worker", Image.of("ghcr.io/acme/worker:1.0.0"), w -> w.scale(Scale.fixed(2)));
    infra.deployTo(Render.region(Region.OREGON));
  }
}
