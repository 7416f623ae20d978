import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    System.out.println("to stdout");
    System.err.println("to stderr");
    System.out.print("and no line end");
    infra.cache("sessions");
  }
}
