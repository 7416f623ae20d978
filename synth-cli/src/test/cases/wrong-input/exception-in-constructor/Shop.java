import dev.davit.*;

class Shop implements Definition {
  Shop() {
    Object nothing = null;
    nothing.hashCode();
  }

  @Override public void define(Infra infra) {
    infra.cache("sessions");
  }
}
