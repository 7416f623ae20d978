import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    infra.webService("web", Image.of("a/b:1"), w -> w.helth(Health.http("/")));
    infra.worker("one", Image.of("a/b:1"), w -> w.memory(512));
    infra.worker("two", Image.of("a/b:1"), w -> w.memory(Size.gb(2)));
    infra.worker("three", Image.of("a/b:1"), w -> w.drain(30));
    infra.worker("four", Image.of("a/b:1"), Disk.at("/data", Size.gib(1)), w -> w.scale(Scale.fixed(2)));
    infra.webServcie("five", Image.of("a/b:1"), w -> w.port(80));
    infra.worker("six", Image.of("a/b:1"), w -> w.port(80));
  }
}
