import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    throw new IllegalStateException("\u001b[31mred\u001b[0m \u202eesrever");
  }
}
