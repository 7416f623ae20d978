import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    // Nothing here and on the next line:
    // both files have the same lines.
    infra.cache("idle-titles", c -> c.memory(Size.gib(1)));
  }
}
