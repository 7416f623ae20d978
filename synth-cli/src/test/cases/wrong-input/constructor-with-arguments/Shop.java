import dev.davit.*;

class Shop implements Definition {
  Shop(String name) {}

  @Override public void define(Infra infra) {
    infra.cache("sessions");
  }
}
