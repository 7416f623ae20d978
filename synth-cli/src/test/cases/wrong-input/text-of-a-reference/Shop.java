import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    var sessions = infra.cache("sessions");
    infra.worker("worker", Image.of("acme/worker:1"), w -> w
        .env("URL", "x" + sessions.url()));
  }
}
