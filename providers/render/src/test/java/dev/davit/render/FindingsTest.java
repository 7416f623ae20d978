package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Disk;
import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Kubernetes;
import dev.davit.Model;
import dev.davit.Plan;
import dev.davit.Raw;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.Size;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages as a person reads them, for what no golden file shows. */
class FindingsTest {
    private static final Image APP = Image.of("ghcr.io/acme/app:1");

    @Test
    void a_disk_and_several_instances_point_at_the_raw_edit() {
        Synth synth = Synth.of(infra -> {
            var worker = infra.worker("app", APP, Disk.at("/data", Size.gib(1)), w -> {});
            infra.deployTo(Render.region(Region.OHIO).raw(worker, Raw.set("/numInstances", 2)));
        });

        assertThat(synth.finding("RND003")).isEqualTo("""
                error RND003  a service with a disk cannot run as several instances              target render
                  --> FindingsTest.java:27  .raw(app, Raw.set("/numInstances", ...))  worker "app"
                  why  Render attaches a disk to one instance, and refuses the whole file
                  fix  keep the files in object storage and drop the disk; or stay at one instance
                  mute .acknowledge("RND003", "reason", LocalDate)             (expired acknowledgements are errors)""");
    }

    @Test
    void a_worker_has_no_private_address() {
        Synth synth = Synth.of(infra -> {
            var app = infra.worker("app", APP, w -> w.env("A", "1"));
            infra.deployTo(Render.region(Region.OHIO)
                    .raw(
                            app,
                            Raw.add(
                                    "/envVars/-",
                                    Map.of(
                                            "key",
                                            "B",
                                            "fromService",
                                            Map.of("type", "worker", "name", "b", "property", "host")))));
        });

        assertThat(synth.finding("RND008")).isEqualTo("""
                error RND008  a worker has no private address on Render                          target render
                  --> FindingsTest.java:45  .raw(app, Raw.add("/envVars/-", ...))    worker "app"
                  why  nothing can connect to it, so Render has no host and no port to give
                  fix  make it a private service: infra.privateService(...)
                  mute .acknowledge("RND008", "reason", LocalDate)             (expired acknowledgements are errors)""");
    }

    @Test
    void a_start_that_takes_more_than_half_of_render_s_time_warns() {
        Synth synth = Synth.of(infra ->
                infra.webService("app", APP, w -> w.health(Health.http("/ready").startsWithin(Duration.ofMinutes(8)))));

        assertThat(synth.finding("RND004")).isEqualTo("""
                warning RND004  it takes about 480 seconds to become ready                       target render
                  --> FindingsTest.java:65  .health(Health.http("/ready").startsWithin(Duration.ofMinutes(8)))
                                                                                                   web service "app"
                  why  Render gives an instance 900 seconds to start, then the deploy fails; little is left
                  fix  serve smaller or quantised files, keep them on a disk, or place it on a cluster:
                       infra.deployTo(Kubernetes.context("..."), app)
                  mute .acknowledge("RND004", "reason", LocalDate)             (expired acknowledgements are errors)""");
    }

    @Test
    void a_model_that_a_larger_plan_holds_says_which_memory_to_ask_for() {
        Synth synth = Synth.of(infra -> {
            var weights = infra.model(
                    "weights",
                    Model.huggingFace("acme/weights")
                            .revision("a09a35458c702b33eeacc393d103063234e8bc28")
                            .size(Size.gib(10)));
            infra.worker("app", APP, w -> w.serves(weights).memory(Size.gib(16)));
        });

        assertThat(synth.finding("RND007")).isEqualTo("""
                error RND007  the models do not fit the plan's memory                            target render
                  --> FindingsTest.java:85  .serves(weights)                         worker "app"
                  why  they take about 12 GiB, and the plan has 16 GiB, of which 70 percent are for them
                  fix  ask for more: .memory(Size.gib(18)); or serve quantised files
                  mute .acknowledge("RND007", "reason", LocalDate)             (expired acknowledgements are errors)""");
    }

    @Test
    void a_store_that_is_too_large_names_the_largest_plan() {
        Synth synth = Synth.of(infra -> infra.jobQueue("jobs", q -> q.memory(Size.gib(41))));

        assertThat(synth.finding("RND011")).isEqualTo("""
                error RND011  no plan of Render has 41 GiB                                       target render
                  --> FindingsTest.java:98  .memory(Size.gib(41))                    job queue "jobs"
                  why  the largest that Davit knows is "pro ultra": 40 GiB
                  fix  ask for less; or name a plan of your own agreement with Render:
                       .plan(jobs, Plan.of("..."))
                  mute .acknowledge("RND011", "reason", LocalDate)             (expired acknowledgements are errors)""");
    }

    @Test
    void a_plan_with_less_than_asked_for_warns() {
        Synth synth = Synth.of(infra -> {
            var app = infra.worker("app", APP, w -> w.memory(Size.gib(4)));
            infra.deployTo(Render.region(Region.OHIO).plan(app, Plan.STANDARD));
        });

        assertThat(synth.finding("RND013")).isEqualTo("""
                warning RND013  the plan "standard" has less than worker "app" asks for          target render
                  --> FindingsTest.java:113  .plan(app, Plan.of("standard"))         worker "app"
                  why  it has 1 CPU and 2 GiB; asked for at FindingsTest.java:112  .memory(Size.gib(4))
                  fix  take out .plan(...), or ask for less
                  mute .acknowledge("RND013", "reason", LocalDate)             (expired acknowledgements are errors)""");
    }

    @Test
    void an_address_that_is_none_is_an_error() {
        Synth synth = Synth.of(infra -> {
            var llm = infra.privateService("llm", APP, s -> {});
            infra.deployTo(Render.region(Region.OHIO).address(llm, "gpu.example.com"));
            infra.deployTo(Kubernetes.context("gpu"), llm);
        });

        assertThat(synth.finding("NET004")).isEqualTo("""
                error NET004  the address given for private service "llm" is none                target render
                  --> FindingsTest.java:128  .address(llm, "gpu.example.com")        private service "llm"
                  why  Render's services call it there
                  fix  write scheme and host, such as "https://llm.example.com"
                  mute .acknowledge("NET004", "reason", LocalDate)             (expired acknowledgements are errors)""");
    }

    @Test
    void a_generated_secret_on_two_targets_would_be_two_secrets() {
        Synth synth = Synth.of(infra -> {
            var key = infra.generatedSecret("session-key");
            infra.worker("here", APP, w -> w.env("KEY", key));
            var there = infra.worker("there", APP, w -> w.env("KEY", key));
            infra.deployTo(Render.region(Region.OHIO));
            infra.deployTo(Kubernetes.context("main"), there);
        });

        assertThat(synth.finding("RND013")).isEqualTo("""
                warning RND013  each target makes a value of its own for secret "session-key"    target render
                  --> FindingsTest.java:143  .generatedSecret("session-key", ...)    secret "session-key"
                  why  it is read on Render and elsewhere, and no target can copy the other's
                  fix  use infra.secret("session-key") and give both the same value
                  mute .acknowledge("RND013", "reason", LocalDate)             (expired acknowledgements are errors)""");
    }

    @Test
    void a_run_longer_than_render_s_limit_is_not_told_to_wait_for_it() {
        Synth synth = Synth.of(
                infra -> infra.cronJob("app", APP, dev.davit.Cron.daily(1, 0), c -> c.timeLimit(Duration.ofHours(20))));

        assertThat(synth.finding("RND013")).contains("fix  split the work into shorter runs, or place it on a cluster");
    }
}
