import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("worker", Image.of("acme/worker:1"), w -> w.env("LEVEL", "info"));
  }
}
