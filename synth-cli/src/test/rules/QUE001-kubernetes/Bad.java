import dev.davit.*;
import java.util.List;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var jobs = infra.jobQueue("jobs");
    infra.deployTo(Kubernetes.context("prod").raw(jobs, "StatefulSet",
        Raw.set("/spec/template/spec/containers/name=valkey/command",
            List.of("valkey-server", "/etc/valkey/valkey.conf", "--maxmemory-policy", "allkeys-lru"))));
  }
}
