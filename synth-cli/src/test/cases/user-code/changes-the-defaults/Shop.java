import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    java.util.Locale.setDefault(new java.util.Locale("tr", "TR"));
    java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Pacific/Kiritimati"));
    infra.cache("idle-titles", c -> c.memory(Size.gib(1)));
  }
}
