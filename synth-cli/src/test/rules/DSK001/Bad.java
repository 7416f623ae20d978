import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var ingest = infra.worker("ingest", Image.of("ghcr.io/acme/ingest:1.0.0"), Disk.at("/cache", Size.gib(60)), w -> {});
    infra.deployTo(Kubernetes.context("prod").raw(ingest, "StatefulSet", Raw.set("/spec/replicas", 3)));
  }
}
