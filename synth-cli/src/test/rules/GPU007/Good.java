import dev.davit.*;

class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("embed", Image.of("ghcr.io/acme/embed:1.0.0"), w -> w.gpu(Gpu.nvidia("L4").memory(Size.gib(24))));
    infra.deployTo(Kubernetes.context("gpu").surgeGpus(1));
  }
}
