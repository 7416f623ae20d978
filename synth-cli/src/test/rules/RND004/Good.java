import dev.davit.*;
import java.time.Duration;

/** Is ready within Render's time. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.webService("search", Image.of("ghcr.io/acme/search:1.0.0"), w -> w
        .health(Health.http("/ready").startsWithin(Duration.ofMinutes(5))));
  }
}
