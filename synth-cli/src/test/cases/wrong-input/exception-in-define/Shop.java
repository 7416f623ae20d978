import dev.davit.*;

class Shop implements Definition {
  private static void add(Infra infra, String id) {
    if (id.equals("b")) throw new IllegalStateException("no place for " + id);
    infra.cache(id);
  }

  @Override public void define(Infra infra) {
    for (String id : java.util.List.of("a", "b")) add(infra, id);
  }
}
