import dev.davit.*;

class Shop implements Definition {
  static final int PORT = Integer.parseInt("many");

  @Override public void define(Infra infra) {
    infra.cache("sessions");
  }
}
