import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    try {
      System.err.println("read " + System.in.read());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    infra.cache("sessions");
  }
}
