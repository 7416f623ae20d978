import dev.davit.*;
import java.time.Duration;

class Good implements Definition {
  @Override public void define(Infra infra) {
    var batch = infra.worker("batch", Image.of("ghcr.io/acme/batch:1.0.0"), w -> w.drain(Duration.ofMinutes(2)));
    infra.deployTo(Render.region(Region.OREGON).raw(batch, Raw.set("/maxShutdownDelaySeconds", 300)));
  }
}
