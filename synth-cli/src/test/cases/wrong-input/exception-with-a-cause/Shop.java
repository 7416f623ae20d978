import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    try {
      Integer.parseInt("x");
    } catch (NumberFormatException e) {
      throw new IllegalStateException("cannot read the settings", e);
    }
  }
}
