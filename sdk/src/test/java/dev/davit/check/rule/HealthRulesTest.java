package dev.davit.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.Disk;
import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Kubernetes;
import dev.davit.Raw;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.Size;
import dev.davit.check.FixedTarget;
import dev.davit.check.Found;
import dev.davit.check.Rule;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthRulesTest {
    private static final ResourceKey WEB = new ResourceKey(Kind.WEB_SERVICE, "web");
    private static final Image IMAGE = Image.of("acme/web:1");
    private static final String POD = "/spec/template/spec/containers/name=web";
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              template:
                spec:
                  containers:
                  - name: web
                    readinessProbe: {httpGet: {path: /healthz, port: http}}
                    livenessProbe: {tcpSocket: {port: http}}
            """;

    private static Definition web(Health health, Raw... edits) {
        return infra -> {
            var db = infra.postgres("db", 17);
            var web = infra.webService("web", IMAGE, w -> w.health(health).env("DATABASE_URL", db.connectionString()));
            infra.deployTo(Kubernetes.context("c").raw(web, "Deployment", edits));
        };
    }

    private static List<String> onKubernetes(Rule rule, Raw... edits) {
        return Found.by(
                rule, web(Health.http("/healthz"), edits), new FixedTarget("kubernetes").manifest(WEB, DEPLOYMENT));
    }

    @Test
    void a_web_service_without_a_check_is_refused() {
        assertThat(Found.by(new ServiceShowsReadiness(), infra -> infra.webService("web", IMAGE, w -> {})))
                .containsExactly(
                        "HLT001 web service \"web\" does not show when it is ready @ .webService(\"web\", ...)");
    }

    @Test
    void a_check_of_any_kind_is_enough_and_a_disk_needs_none() {
        assertThat(Found.by(
                        new ServiceShowsReadiness(),
                        infra -> infra.webService("web", IMAGE, w -> w.health(Health.tcp()))))
                .isEmpty();
        assertThat(Found.by(
                        new ServiceShowsReadiness(),
                        infra -> infra.webService("web", IMAGE, Disk.at("/data", Size.gib(1)), w -> {})))
                .isEmpty();
        assertThat(onKubernetes(new ServiceShowsReadiness())).isEmpty();
    }

    @Test
    void a_check_that_a_raw_edit_removes_is_missed_on_both_targets() {
        assertThat(onKubernetes(new ServiceShowsReadiness(), Raw.remove(POD + "/readinessProbe")))
                .containsExactly("HLT001 Deployment/web has no readiness check any more"
                        + " @ .raw(web, \"Deployment\", Raw.remove(\"" + POD + "/readinessProbe\"))");
        assertThat(Found.by(
                        new ServiceShowsReadiness(),
                        infra -> {
                            var web = infra.webService("web", IMAGE, w -> w.health(Health.http("/healthz")));
                            infra.deployTo(Render.region(Region.OREGON).raw(web, Raw.remove("/healthCheckPath")));
                        },
                        new FixedTarget("render").service(WEB, "{type: web, name: web, healthCheckPath: /healthz}")))
                .containsExactly(
                        "HLT001 web/web has no readiness check any more @ .raw(web, Raw.remove(\"/healthCheckPath\"))");
    }

    @Test
    void one_path_for_both_checks_is_refused() {
        assertThat(Found.by(
                        new LivenessAsksLittle(),
                        infra -> infra.webService(
                                "web",
                                IMAGE,
                                w -> w.health(Health.http("/healthz").liveness("/healthz")))))
                .containsExactly("HLT004 liveness and readiness of web service \"web\" are one check"
                        + " @ .health(Health.http(\"/healthz\").liveness(\"/healthz\"))");
        assertThat(Found.by(
                        new LivenessAsksLittle(),
                        infra -> infra.webService(
                                "web",
                                IMAGE,
                                w -> w.health(Health.http("/ready").liveness("/alive")))))
                .isEmpty();
    }

    @Test
    void a_raw_liveness_probe_that_is_the_readiness_probe_is_refused() {
        Raw same = Raw.set(
                POD + "/livenessProbe",
                java.util.Map.of("httpGet", java.util.Map.of("path", "/healthz", "port", "http")));
        assertThat(onKubernetes(new LivenessAsksLittle(), same))
                .containsExactly("HLT004 liveness and readiness of Deployment/web are one check"
                        + " @ .raw(web, \"Deployment\", Raw.set(\"" + POD + "/livenessProbe\", ...))");
        assertThat(onKubernetes(new LivenessAsksLittle())).isEmpty();
    }

    private static List<String> asking(String command) {
        return onKubernetes(
                new LivenessAsksLittle(),
                Raw.set(
                        POD + "/livenessProbe",
                        java.util.Map.of("exec", java.util.Map.of("command", List.of("sh", "-c", command)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pg_isready -h db",
                "pg_isready --host=db -p 5432",
                "nc -z db 5432",
                "psql $DATABASE_URL -c 'select 1'",
                "psql \"${DATABASE_URL}\""
            })
    void a_liveness_check_that_asks_a_store_is_refused(String command) {
        assertThat(asking(command))
                .containsExactly("HLT004 the liveness check of Deployment/web asks postgres \"db\""
                        + " @ .raw(web, \"Deployment\", Raw.set(\"" + POD + "/livenessProbe\", ...))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test -f /tmp/alive", "cat /tmp/db", "echo $DATABASE_URLS", "nc -z localhost 10000"})
    void a_liveness_check_that_asks_the_program_alone_is_fine(String command) {
        assertThat(asking(command)).isEmpty();
    }
}
