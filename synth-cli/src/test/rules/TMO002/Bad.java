import dev.davit.*;
import java.time.Duration;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var batch = infra.worker("batch", Image.of("ghcr.io/acme/batch:1.0.0"), w -> w.drain(Duration.ofMinutes(2)));
    infra.deployTo(Kubernetes.context("prod")
        .raw(batch, "Deployment", Raw.set("/spec/template/spec/terminationGracePeriodSeconds", 60)));
  }
}
