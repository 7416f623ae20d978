import dev.davit.*;
import java.util.List;
import java.util.Map;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var db = infra.postgres("db", 17);
    var api = infra.privateService("api", Image.of("ghcr.io/acme/api:1.0.0"), s -> s
        .health(Health.http("/healthz"))
        .env("DATABASE_URL", db.connectionString()));
    infra.deployTo(Kubernetes.context("prod").raw(api, "Deployment",
        Raw.set("/spec/template/spec/containers/name=api/livenessProbe",
            Map.of("exec", Map.of("command", List.of("sh", "-c", "psql \"$DATABASE_URL\" -c 'select 1'"))))));
  }
}
