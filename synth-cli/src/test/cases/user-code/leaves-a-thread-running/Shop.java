import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    new Thread(() -> {
      while (true) Thread.onSpinWait();
    }).start();
    infra.cache("sessions");
  }
}
