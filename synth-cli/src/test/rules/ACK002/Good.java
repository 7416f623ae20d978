import dev.davit.*;
import java.time.LocalDate;

class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.webService("web", Image.of("ghcr.io/acme/web:1.0.0"), w -> w
        .acknowledge("HLT001", "the demo may drop requests", LocalDate.of(2999, 1, 31)));
  }
}
