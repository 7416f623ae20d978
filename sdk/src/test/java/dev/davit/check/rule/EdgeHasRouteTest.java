package dev.davit.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.Image;
import dev.davit.Kubernetes;
import dev.davit.Raw;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.Scale;
import dev.davit.check.FixedTarget;
import dev.davit.check.Found;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeHasRouteTest {
    private static final Image IMAGE = Image.of("acme/a:1");
    private static final ResourceKey WEB = new ResourceKey(Kind.WEB_SERVICE, "web");

    private static List<String> on(String target, Definition definition) {
        return Found.by(new EdgeHasRoute(), definition, new FixedTarget(target));
    }

    /** A worker on the cluster that needs a private service, a database, a queue and a web service on Render. */
    private static final Definition SPLIT = infra -> {
        var api = infra.privateService("api", IMAGE, s -> {});
        var web = infra.webService("web", IMAGE, s -> {});
        var db = infra.postgres("db", 17);
        var jobs = infra.jobQueue("jobs");
        var batch = infra.worker(
                "batch",
                IMAGE,
                w -> w.consumes(jobs)
                        .env("API", api.url())
                        .env("WEB", web.url())
                        .env("DATABASE_URL", db.connectionString()));
        infra.deployTo(Render.region(Region.OREGON));
        infra.deployTo(Kubernetes.context("gpu"), batch);
    };

    @Test
    void a_cluster_cannot_reach_into_the_private_network_of_render() {
        assertThat(on("kubernetes", SPLIT))
                .containsExactlyInAnyOrder(
                        "NET002 worker \"batch\" on kubernetes cannot reach private service \"api\", which is on render"
                                + " @ .env(\"API\", Value.text(\"...\", api.hostPort()))",
                        "NET002 worker \"batch\" on kubernetes cannot reach postgres \"db\", which is on render"
                                + " @ .env(\"DATABASE_URL\", db.connectionString())",
                        "NET002 worker \"batch\" on kubernetes cannot reach job queue \"jobs\", which is on render"
                                + " @ .consumes(jobs)");
    }

    @Test
    void the_target_that_is_reached_has_nothing_to_report() {
        assertThat(on("render", SPLIT)).isEmpty();
    }

    @Test
    void everything_on_one_target_is_within_reach() {
        assertThat(on("kubernetes", infra -> {
                    var jobs = infra.jobQueue("jobs");
                    infra.worker(
                            "batch",
                            IMAGE,
                            w -> w.consumes(jobs).scale(Scale.between(1, 5).queueDepth(jobs, "celery", 5)));
                }))
                .isEmpty();
    }

    @Test
    void a_private_service_on_a_cluster_is_not_beyond_reach_of_render() {
        assertThat(on("render", infra -> {
                    var llm = infra.privateService("llm", IMAGE, s -> {});
                    infra.webService("web", IMAGE, w -> w.env("LLM", llm.url("/v1")));
                    infra.deployTo(Render.region(Region.OREGON));
                    infra.deployTo(Kubernetes.context("gpu"), llm);
                }))
                .isEmpty();
    }

    @Test
    void a_store_on_a_cluster_is_beyond_reach_of_render() {
        assertThat(on("render", infra -> {
                    var db = infra.postgres("db", 17);
                    infra.webService("web", IMAGE, w -> w.env("DATABASE_URL", db.connectionString()));
                    infra.deployTo(Render.region(Region.OREGON));
                    infra.deployTo(Kubernetes.context("gpu"), db);
                }))
                .containsExactly(
                        "NET002 web service \"web\" on render cannot reach postgres \"db\", which is on kubernetes"
                                + " @ .env(\"DATABASE_URL\", db.connectionString())");
    }

    @Test
    void what_is_placed_nowhere_is_beyond_reach_unless_its_address_is_given() {
        Definition nowhere = infra -> {
            var api = infra.privateService("api", IMAGE, s -> {});
            var web = infra.webService("web", IMAGE, w -> w.env("API", api.url()));
            infra.deployTo(Render.region(Region.OREGON), web);
        };
        assertThat(on("render", nowhere))
                .containsExactly("NET002 web service \"web\" on render cannot reach private service \"api\", which is"
                        + " placed nowhere @ .env(\"API\", Value.text(\"...\", api.hostPort()))");
        assertThat(on("render", infra -> {
                    var api = infra.privateService("api", IMAGE, s -> {});
                    var web = infra.webService("web", IMAGE, w -> w.env("API", api.url()));
                    infra.deployTo(Render.region(Region.OREGON).address(api, "https://api.example.com"), web);
                }))
                .isEmpty();
    }

    @Test
    void a_scaler_must_reach_the_queue_that_it_reads() {
        assertThat(on("kubernetes", infra -> {
                    var jobs = infra.jobQueue("jobs");
                    var batch = infra.worker(
                            "batch", IMAGE, w -> w.scale(Scale.between(1, 5).queueDepth(jobs, "celery", 5)));
                    infra.deployTo(Render.region(Region.OREGON));
                    infra.deployTo(Kubernetes.context("gpu"), batch);
                }))
                .containsExactly(
                        "NET002 worker \"batch\" on kubernetes cannot reach job queue \"jobs\", which is on render"
                                + " @ .scale(Scale.between(1, 5).queueDepth(jobs, \"celery\", 5))");
    }

    @Test
    void a_job_on_another_target_cannot_be_waited_for() {
        assertThat(on("render", infra -> {
                    var migrate = infra.job("migrate", IMAGE, j -> {});
                    infra.webService("web", IMAGE, w -> w.preDeploy(migrate));
                    infra.deployTo(Render.region(Region.OREGON));
                    infra.deployTo(Kubernetes.context("gpu"), migrate);
                }))
                .containsExactly(
                        "NET002 web service \"web\" on render waits for job \"migrate\", which is on kubernetes"
                                + " @ .preDeploy(migrate)");
    }

    @Test
    void a_raw_region_takes_a_service_out_of_reach() {
        ResourceKey api = new ResourceKey(Kind.PRIVATE_SERVICE, "api");
        assertThat(Found.by(
                        new EdgeHasRoute(),
                        infra -> {
                            var service = infra.privateService("api", IMAGE, s -> {});
                            infra.webService("web", IMAGE, w -> w.env("API", service.url()));
                            infra.deployTo(Render.region(Region.OREGON).raw(service, Raw.set("/region", "frankfurt")));
                        },
                        new FixedTarget("render")
                                .service(api, "{type: pserv, name: api, region: oregon}")
                                .service(WEB, "{type: web, name: web, region: oregon}")))
                .containsExactly(
                        "NET002 web service \"web\" in oregon cannot reach private service \"api\" in frankfurt"
                                + " @ .raw(api, Raw.set(\"/region\", ...))");
    }
}
