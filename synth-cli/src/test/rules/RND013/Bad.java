import dev.davit.*;

/** Sets what Render has no field for. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.cronJob("report", Image.of("ghcr.io/acme/report:1.0.0"), Cron.daily(3, 0), c -> c.retries(3));
  }
}
