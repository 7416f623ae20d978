import dev.davit.*;

/** Calls it at the host that the cluster exposes. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    var inference = infra.privateService("inference", Image.of("ghcr.io/acme/inference:1.4.2"), s -> s.port(8000));
    infra.worker("worker", Image.of("ghcr.io/acme/worker:1.0.0"), w -> w.env("INFERENCE_URL", inference.url()));
    infra.deployTo(Render.region(Region.OREGON));
    infra.deployTo(Kubernetes.context("gpu-prod").expose(inference, "inference.example.com"), inference);
  }
}
