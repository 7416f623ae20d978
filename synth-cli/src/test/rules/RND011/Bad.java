import dev.davit.*;

/** Asks for more than any plan has. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("solver", Image.of("ghcr.io/acme/solver:1.0.0"), w -> w.cpu(Cpu.cores(32)).memory(Size.gib(64)));
  }
}
