package shop;

import dev.davit.*;
import shop.parts.Sessions;

/** Found in its package, and not public. */
class Shop implements Definition {
  @Override public void define(Infra infra) {
    infra.add("front", new Sessions("sessions"));
  }
}
