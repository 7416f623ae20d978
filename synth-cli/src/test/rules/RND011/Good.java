import dev.davit.*;

/** Asks for what the largest plan has. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("solver", Image.of("ghcr.io/acme/solver:1.0.0"), w -> w.cpu(Cpu.cores(12)).memory(Size.gib(64)));
  }
}
