import dev.davit.*;

/** Runs a quantised model on processors. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.privateService("inference", Image.of("ghcr.io/acme/inference:1.4.2"), s -> s
        .port(8000)
        .cpu(Cpu.cores(4))
        .memory(Size.gib(16)));
  }
}
