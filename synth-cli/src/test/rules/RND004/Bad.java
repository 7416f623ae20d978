import dev.davit.*;
import java.time.Duration;

/** Needs longer to start than Render waits. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.webService("search", Image.of("ghcr.io/acme/search:1.0.0"), w -> w
        .health(Health.http("/ready").startsWithin(Duration.ofMinutes(20))));
  }
}
