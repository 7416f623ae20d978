package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Image;
import dev.davit.Kubernetes;
import dev.davit.NativeRuntime;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.Value;
import dev.davit.WebService;
import dev.davit.model.Kind;
import dev.davit.target.Portability.Verdict;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final Image IMAGE = Image.of("ghcr.io/acme/app:1");

    @Test
    void a_secret_is_read_from_the_secret_of_its_id() {
        Made made = Made.of(infra -> {
            var key = infra.secret("api-key");
            infra.worker("job", IMAGE, w -> w.env("KEY", key));
        });
        assertThat(env(made, "Deployment", "job")).isEqualTo("""
                        it:
                          - name: KEY
                            valueFrom:
                              secretKeyRef:
                                name: api-key
                                key: value
                        """);
        assertThat(made.addresses()).doesNotContain("Secret/api-key");
    }

    @Test
    void text_with_secrets_names_each_secret_once_and_is_put_together_by_kubernetes() {
        Made made = Made.of(infra -> {
            var key = infra.secret("api-key");
            var db = infra.postgres("db", 16);
            infra.worker(
                    "job",
                    IMAGE,
                    w -> w.env("A", Value.text("$(x)$", key, "@", db.host()))
                            .env("B", Value.text(key, ":", db.password())));
        });
        assertThat(env(made, "Deployment", "job")).isEqualTo("""
                        it:
                          - name: DAVIT_API_KEY_VALUE
                            valueFrom:
                              secretKeyRef:
                                name: api-key
                                key: value
                          - name: A
                            value: "$$(x)$$$(DAVIT_API_KEY_VALUE)@db"
                          - name: DAVIT_DB_CREDENTIALS_PASSWORD
                            valueFrom:
                              secretKeyRef:
                                name: db-credentials
                                key: password
                          - name: B
                            value: "$(DAVIT_API_KEY_VALUE):$(DAVIT_DB_CREDENTIALS_PASSWORD)"
                        """);
    }

    @Test
    void text_that_is_nothing_but_a_secret_is_the_secret() {
        Made made = Made.of(infra -> {
            var key = infra.secret("api-key");
            infra.worker("job", IMAGE, w -> w.env("A", Value.text(key)));
        });
        assertThat(env(made, "Deployment", "job")).contains("name: A").doesNotContain("DAVIT");
    }

    @Test
    void a_web_service_on_render_is_called_by_its_public_address() {
        Made made = Made.of(infra -> {
            var front = infra.webService("front", IMAGE, s -> {});
            infra.worker(
                    "job",
                    IMAGE,
                    w -> w.env("URL", front.url("/v1"))
                            .env("HOST", front.host())
                            .env("PUBLIC", front.publicUrl())
                            .env("AT", front.hostPort()));
            infra.deployTo(Render.region(Region.OREGON), front);
            infra.deployTo(Kubernetes.context("c"));
        });
        assertThat(env(made, "Deployment", "job")).isEqualTo("""
                        it:
                          - name: URL
                            value: https://front.onrender.com/v1
                          - name: HOST
                            value: front.onrender.com
                          - name: PUBLIC
                            value: https://front.onrender.com
                          - name: AT
                            value: front.onrender.com:443
                        """);
        assertThat(made.yaml("NetworkPolicy", "job", "spec/egress/1/ports")).contains("port: 443");
    }

    @Test
    void a_domain_of_the_users_goes_before_the_one_that_render_gives() {
        Made made = Made.of(infra -> {
            var front = infra.webService(
                    "front", IMAGE, w -> w.domain("*.a.example.com").domain("a.example.com"));
            infra.worker("job", IMAGE, w -> w.env("URL", front.url()));
            infra.deployTo(Render.region(Region.OREGON), front);
            infra.deployTo(Kubernetes.context("c"));
        });
        assertThat(env(made, "Deployment", "job")).isEqualTo("it:\n  - name: URL\n    value: https://a.example.com\n");
    }

    @Test
    void what_is_private_on_render_cannot_be_reached_and_the_verdict_says_so() {
        Made made = Made.of(infra -> {
            var db = infra.postgres("db", 16);
            infra.worker("job", IMAGE, w -> w.env("HOST", db.host()));
            infra.deployTo(Render.region(Region.OREGON), db);
            infra.deployTo(Kubernetes.context("c"));
        });
        var verdict = made.verdict(Kind.WORKER, "job");
        assertThat(verdict.verdict()).isEqualTo(Verdict.IMPOSSIBLE);
        assertThat(verdict.how()).isEqualTo("it cannot reach postgres \"db\", which is private to another target");
        assertThat(verdict.wayOut()).isEqualTo("place both on one target, or make db a web service");
    }

    @Test
    void a_public_address_without_a_domain_is_an_error_at_the_call_that_asks() {
        Made made = Made.of(infra -> {
            var web = infra.webService("web", IMAGE, s -> {});
            infra.worker("job", IMAGE, w -> w.env("URL", web.publicUrl()));
        });
        assertThat(made.findingIds()).contains("error K8S005", "warning K8S005");
        var error = made.findings.stream().filter(it -> it.stops()).findFirst().orElseThrow();
        assertThat(error.what()).isEqualTo("web service \"web\" has no public address on a cluster");
        assertThat(error.origin().orElseThrow().text()).isEqualTo(".env(\"URL\", web.publicUrl())");
    }

    @Test
    void a_service_that_is_defined_later_can_be_known_by_its_domain() {
        Made made = Made.of(infra -> {
            infra.worker("job", IMAGE, w -> w.env("URL", WebService.named("web").publicUrl()));
            infra.webService("web", IMAGE, w -> w.domain("a.example.com"));
        });
        assertThat(env(made, "Deployment", "job")).contains("value: https://a.example.com");
    }

    @Test
    void readers_of_a_group_point_at_the_name_of_its_content() {
        String first = group("a");
        String second = group("b");
        assertThat(first).matches("(?s).*name: shared-env-[0-9a-f]{8}\n.*");
        assertThat(first).isNotEqualTo(second).isEqualTo(group("a"));
    }

    private static String group(String value) {
        Made made = Made.of(infra -> {
            var shared = infra.envGroup("shared", g -> g.env("A", value));
            infra.worker("job", IMAGE, w -> w.envGroup(shared));
        });
        return made.yaml("Deployment", "job", "spec/template/spec/containers/0/envFrom");
    }

    @Test
    void what_the_user_sets_goes_before_what_davit_sets() {
        Made made = Made.of(infra -> {
            var shared = infra.envGroup("shared", g -> g.env("PORT", "1"));
            infra.privateService("a", IMAGE, s -> s.env("PORT", "2"));
            infra.privateService("b", IMAGE, s -> s.envGroup(shared));
        });
        assertThat(env(made, "Deployment", "a")).isEqualTo("it:\n  - name: PORT\n    value: \"2\"\n");
        assertThat(made.yaml("Deployment", "b", "spec/template/spec/containers/0"))
                .doesNotContain("name: PORT");
    }

    @Test
    void commands_are_not_expanded_either() {
        Made made = Made.of(infra -> infra.worker("job", IMAGE, w -> w.command("sh", "-c", "echo $(date) $$ $x")));
        assertThat(made.yaml("Deployment", "job", "spec/template/spec/containers/0/command"))
                .isEqualTo("it:\n  - sh\n  - \"-c\"\n  - echo $$(date) $$$ $x\n");
    }

    @Test
    void a_version_that_nobody_names_is_the_usual_one_and_is_said() {
        Made made = Made.of(infra ->
                infra.worker("job", NativeRuntime.go().build("go build").start("./job"), w -> {}));
        assertThat(made.files().get("job.Dockerfile")).contains("FROM docker.io/library/golang:1.25");
        assertThat(made.synthesized.portability().values())
                .anySatisfy(
                        it -> assertThat(it.how()).contains("nobody names a version of go, so it is built with 1.25"));
    }

    @Test
    void the_image_of_a_build_comes_from_outside() {
        Made made = Made.of(infra ->
                infra.worker("job", NativeRuntime.go("1.24").build("go build").start("./job"), w -> {}));
        assertThat(made.yaml("Deployment", "job", "spec/template/spec/containers/0/image"))
                .isEqualTo("it: davit.invalid/job:unbuilt\n");
        assertThat(made.findings).hasSize(1);
        var finding = made.findings.get(0);
        assertThat(finding.id()).isEqualTo("IMG001");
        assertThat(finding.what()).isEqualTo("the image of worker \"job\" is not known");
        assertThat(finding.why())
                .isEqualTo(
                        "a cluster runs images and builds none; the manifest names davit.invalid/job:unbuilt, which no"
                                + " registry has");
        assertThat(finding.fix())
                .isEqualTo("build it (docker build -f OUT/kubernetes/job.Dockerfile -t REGISTRY/job .) and give"
                        + " --image job=REFERENCE, or write that line into images.lock");
        assertThat(made.files()).containsKey("job.Dockerfile");
    }

    private static String env(Made made, String kind, String name) {
        return made.yaml(kind, name, "spec/template/spec/containers/0/env");
    }
}
