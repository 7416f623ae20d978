import dev.davit.*;

/** Asks Render for a GPU. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.privateService("inference", Image.of("ghcr.io/acme/inference:1.4.2"), s -> s
        .port(8000)
        .gpu(Gpu.nvidia("L4").memory(Size.gib(24))));
  }
}
