import dev.davit.*;
import java.time.Duration;

/** Wants 20 minutes to finish a job before it is stopped. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("video", Image.of("ghcr.io/acme/video:1.0.0"), w -> w.drain(Duration.ofMinutes(20)));
  }
}
