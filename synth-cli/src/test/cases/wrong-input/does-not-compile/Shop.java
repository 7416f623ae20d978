import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    infra.cache("sessions", c -> c.scale(3));
    int port = "8080";
  }
}
