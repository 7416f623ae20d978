import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    System.out.println("before");
    System.exit(0);
  }
}
