import dev.davit.*;

class Stock implements Definition {
  @Override public void define(Infra infra) {
    infra.cache("counts");
  }
}
