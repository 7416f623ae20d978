package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Image;
import dev.davit.Kubernetes;
import dev.davit.Model;
import dev.davit.Scale;
import dev.davit.target.Images;
import org.junit.jupiter.api.Test;

class NetworkPoliciesTest {
    private static final Image IMAGE = Image.of("ghcr.io/acme/app:1");

    @Test
    void only_declared_connections_are_open() {
        Made made = Made.of(infra -> {
            var jobs = infra.jobQueue("jobs");
            var api = infra.privateService("api", IMAGE, s -> s.port(9000).env("QUEUE", jobs.url()));
            infra.webService("web", IMAGE, w -> w.domain("a.example.com").env("API", api.url()));
            infra.worker("worker", IMAGE, w -> w.consumes(jobs));
            infra.privateService("alone", IMAGE, s -> {});
        });
        assertThat(ConnectionTable.of(made))
                .containsExactly(
                        "davit-credentials <- davit-credentials:",
                        "davit-credentials -> outside|outside6:443",
                        "davit-credentials -> outside|outside6:6443",
                        "jobs <- api:6379",
                        "jobs <- worker:6379",
                        "api <- web:9000",
                        "api -> jobs:6379",
                        "web <- anybody:10000",
                        "web -> api:9000",
                        "worker <- worker:",
                        "worker -> jobs:6379",
                        "alone <- alone:");
    }

    @Test
    void a_job_before_a_deploy_calls_from_the_instances_that_wait_for_it() {
        Made made = Made.of(infra -> {
            var db = infra.postgres("db", 17);
            var migrate = infra.job("migrate", IMAGE, j -> j.env("URL", db.connectionString()));
            infra.privateService("api", IMAGE, s -> s.preDeploy(migrate));
        });
        assertThat(ConnectionTable.of(made)).contains("db <- api:5432", "api -> db:5432");
        assertThat(made.addresses()).noneMatch(it -> it.contains("migrate"));
    }

    @Test
    void the_outside_is_open_where_a_variable_leads_there() {
        Made made = Made.of(infra -> {
            var given = infra.secret("given");
            var made1 = infra.generatedSecret("made");
            var group = infra.envGroup("group", g -> g.env("OTEL", "http://collector.example.com:4318/v1"));
            var model = infra.model("m", Model.huggingFace("a/b").revision("a".repeat(40)));
            infra.worker("address", IMAGE, w -> w.env("A", "https://api.example.com, amqp://mq.example.com"));
            infra.worker("grouped", IMAGE, w -> w.envGroup(group));
            infra.worker("keyed", IMAGE, w -> w.env("KEY", given));
            infra.worker("closed", IMAGE, w -> w.env("KEY", made1).env("SELF", "http://localhost:80 http://127.0.0.1"));
            infra.worker("fetching", IMAGE, w -> w.serves(model));
        });
        assertThat(ConnectionTable.of(made))
                .filteredOn(it -> it.contains("->") && !it.startsWith("davit-"))
                .containsExactly(
                        "address -> outside|outside6:443",
                        "address -> outside|outside6:5672",
                        "grouped -> outside|outside6:4318",
                        "keyed -> outside|outside6:443",
                        "fetching -> outside|outside6:443");
    }

    @Test
    void an_exposed_service_lets_the_public_to_its_guard_and_callers_to_its_program() {
        Made made = Made.of(infra -> {
            var api = infra.privateService("api", IMAGE, s -> s.port(4180));
            infra.worker("worker", IMAGE, w -> w.env("API", api.url()));
            infra.deployTo(Kubernetes.context("c").expose(api, "api.example.com"));
        });
        assertThat(ConnectionTable.of(made)).contains("api <- worker:4180", "api <- anybody:4181");
    }

    @Test
    void keda_reads_the_queue_that_scales() {
        Made made = Made.of(infra -> {
            var jobs = infra.jobQueue("jobs");
            infra.worker(
                    "worker",
                    IMAGE,
                    w -> w.consumes(jobs).scale(Scale.between(1, 3).queueDepth(jobs, "celery", 5)));
        });
        assertThat(ConnectionTable.of(made)).contains("jobs <- namespace keda:6379");
    }

    @Test
    void every_pod_of_a_large_stack_has_a_policy() {
        Made made = Made.of(new Shop(), Images.NONE);
        var policies = made.addresses().stream()
                .filter(it -> it.startsWith("NetworkPolicy/"))
                .count();
        var accounts = made.addresses().stream()
                .filter(it -> it.startsWith("ServiceAccount/"))
                .count();
        assertThat(policies).isEqualTo(accounts);
    }
}
