import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    Thread thread = new Thread(() -> {
      throw new IllegalStateException("lost");
    });
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    infra.cache("sessions");
  }
}
