import dev.davit.*;
import java.time.Duration;

/** Saves its progress within five minutes. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("video", Image.of("ghcr.io/acme/video:1.0.0"), w -> w.drain(Duration.ofMinutes(5)));
  }
}
