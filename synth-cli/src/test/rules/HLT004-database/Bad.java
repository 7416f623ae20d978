import dev.davit.*;
import java.util.List;
import java.util.Map;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var db = infra.postgres("db", 17);
    var web = infra.webService("web", Image.of("ghcr.io/acme/web:1.0.0"), w -> w
        .domain("app.example.com")
        .health(Health.http("/healthz"))
        .env("DATABASE_URL", db.connectionString()));
    infra.deployTo(Kubernetes.context("prod").raw(web, "Deployment",
        Raw.set("/spec/template/spec/containers/name=web/livenessProbe",
            Map.of("exec", Map.of("command", List.of("sh", "-c", "psql \"$DATABASE_URL\" -c 'select 1'"))))));
  }
}
