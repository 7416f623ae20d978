import dev.davit.*;

class Shop {
  static class Stack implements Definition {
    @Override public void define(Infra infra) {
      infra.cache("sessions");
    }
  }
}
