import dev.davit.*;
import java.util.Map;

/** Asks a worker for its host, past the handles, which offer none. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("worker", Image.of("ghcr.io/acme/worker:1.0.0"), w -> {});
    var web = infra.webService("web", Image.of("ghcr.io/acme/web:1.0.0"), w -> w.health(Health.http("/healthz")));
    infra.deployTo(Render.region(Region.OREGON).raw(web, Raw.add("/envVars/-", Map.of(
        "key", "WORKER_HOST",
        "fromService", Map.of("type", "worker", "name", "worker", "property", "host")))));
  }
}
