import dev.davit.*;

class Plain implements Definition {
  @Override public void define(Infra infra) {
    infra.cache("idle-titles", c -> c.memory(Size.gib(1)));
  }
}
