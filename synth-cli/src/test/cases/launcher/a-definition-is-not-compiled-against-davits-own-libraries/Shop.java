import dev.davit.*;
import picocli.CommandLine;
import tools.jackson.core.JsonGenerator;

class Shop implements Definition {
  @Override public void define(Infra infra) {}
}
