package shop.parts;

import dev.davit.*;

public record Sessions(String id) implements Component<Cache> {
  @Override public Cache build(Infra infra) {
    return infra.cache(id);
  }
}
