package dev.davit.render.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Disk;
import dev.davit.Gpu;
import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Infra;
import dev.davit.Model;
import dev.davit.NativeRuntime;
import dev.davit.Plan;
import dev.davit.Raw;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.Scale;
import dev.davit.Size;
import dev.davit.render.Synth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule fires on one definition and is silent on its nearest good twin; the words are in the golden files and below. */
class RulesTest {
    private static final Image APP = Image.of("ghcr.io/acme/app:1");
    private static final NativeRuntime NODE =
            NativeRuntime.node("22").build("npm ci").start("npm start");

    /** Holds a rule's id, what it refuses, and what it lets pass. */
    private record Twins(String id, Consumer<Infra> bad, Consumer<Infra> good) {
        @Override
        public String toString() {
            return id;
        }
    }

    static List<Twins> twins() {
        return List.of(
                new Twins(
                        "RND001",
                        infra -> infra.worker("app", APP, w -> w.gpu(Gpu.nvidia("L4"))),
                        infra -> infra.worker("app", APP, w -> {})),
                new Twins(
                        "RND002",
                        infra -> infra.worker(
                                "app",
                                APP,
                                w -> w.scale(Scale.between(1, 4).queueDepth(infra.jobQueue("jobs"), "celery", 5))),
                        infra -> infra.worker(
                                "app", APP, w -> w.scale(Scale.between(1, 4).cpu(90)))),
                new Twins(
                        "RND002",
                        scaled(Scale.between(1, 4).memory(91)),
                        scaled(Scale.between(1, 4).memory(90))),
                new Twins("RND002", scaled(Scale.fixed(101)), scaled(Scale.fixed(100))),
                new Twins("RND003", onDisk(Raw.set("/numInstances", 2)), onDisk(Raw.set("/numInstances", 1))),
                new Twins(
                        "RND003",
                        onDisk(Raw.set("/scaling", Map.of("minInstances", 1, "maxInstances", 2))),
                        onDisk(Raw.remove("/disk"))),
                new Twins("RND004", starting(Duration.ofSeconds(901)), starting(Duration.ofSeconds(450))),
                new Twins("RND005", draining(Duration.ofSeconds(301)), draining(Duration.ofSeconds(300))),
                new Twins("RND006", preparing("cp -r seed /data/seed"), preparing("cp -r seed /data2/seed")),
                new Twins("RND007", serving(Size.gib(10), Size.gib(16)), serving(Size.gib(9), Size.gib(16))),
                new Twins("RND008", asking("worker", "host"), asking("worker", null)),
                new Twins("RND008", asking("cron", "hostport"), asking("pserv", "hostport")),
                new Twins("RND009", free(NODE, w -> {}, true), free(NODE, w -> {}, false)),
                new Twins(
                        "HLT003",
                        infra -> infra.privateService("app", APP, s -> s.health(Health.http("/ready"))),
                        infra -> infra.privateService(
                                "app", APP, s -> s.health(Health.http("/ready")).opensPortWhenReady())),
                new Twins(
                        "HLT003",
                        infra -> infra.privateService(
                                "app", APP, s -> s.health(Health.tcp().startsWithin(Duration.ofMinutes(4)))),
                        infra -> infra.privateService("app", APP, s -> s.health(Health.tcp()))));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void a_rule_fires(Twins twins) {
        assertThat(Synth.of(twins.bad()::accept).ids()).contains(twins.id());
    }

    @ParameterizedTest
    @MethodSource("twins")
    void a_rule_is_silent_on_the_good_twin(Twins twins) {
        assertThat(Synth.of(twins.good()::accept).ids()).doesNotContain(twins.id(), "SCH001");
    }

    @ParameterizedTest
    @MethodSource("freeBans")
    void the_free_plan_says_what_it_cannot_do(Consumer<Infra> bad, String why) {
        assertThat(Synth.of(bad::accept).finding("RND009"))
                .contains("the free plan cannot do this")
                .contains("\n  why  " + why + "\n")
                .contains("\n  fix  take Plan.STARTER, or leave the choice to Davit: remove .plan(...)\n");
    }

    static List<Object[]> freeBans() {
        return List.of(
                new Object[] {
                    (Consumer<Infra>) infra -> {
                        var jobs = infra.jobQueue("jobs");
                        infra.deployTo(Render.region(Region.OHIO).plan(jobs, Plan.FREE));
                    },
                    "it keeps nothing over a restart: jobs would be lost"
                },
                new Object[] {
                    (Consumer<Infra>) infra -> {
                        var worker = infra.worker("app", APP, w -> {});
                        infra.deployTo(Render.region(Region.OHIO).plan(worker, Plan.FREE));
                    },
                    "only web services, databases and stores have one"
                },
                new Object[] {
                    (Consumer<Infra>) infra -> {
                        var web = infra.webService("app", APP, Disk.at("/data", Size.gib(1)), w -> {});
                        infra.deployTo(Render.region(Region.OHIO).plan(web, Plan.FREE));
                    },
                    "a disk needs a paid plan"
                },
                new Object[] {free(NODE, w -> w.scale(Scale.fixed(2)), false), "a free web service is one instance"},
                new Object[] {free(NODE, w -> w.preDeploy("migrate"), false), "a pre-deploy command needs a paid plan"},
                new Object[] {free(NODE, w -> {}, true), "a free web service takes no private traffic"});
    }

    private static Consumer<Infra> scaled(Scale scale) {
        return infra -> infra.webService("app", APP, w -> w.scale(scale));
    }

    private static Consumer<Infra> onDisk(Raw edit) {
        return infra -> {
            var worker = infra.worker("app", APP, Disk.at("/data", Size.gib(1)), w -> {});
            infra.deployTo(Render.region(Region.OHIO).raw(worker, edit));
        };
    }

    private static Consumer<Infra> starting(Duration time) {
        return infra -> infra.webService(
                "app", APP, w -> w.health(Health.http("/healthz").startsWithin(time)));
    }

    private static Consumer<Infra> draining(Duration time) {
        return infra -> infra.worker("app", APP, w -> w.drain(time));
    }

    private static Consumer<Infra> preparing(String build) {
        return infra -> infra.worker("app", NODE.build(build), Disk.at("/data", Size.gib(1)), w -> {});
    }

    private static Consumer<Infra> serving(Size model, Size memory) {
        return infra -> {
            var weights = infra.model(
                    "weights",
                    Model.huggingFace("acme/weights")
                            .revision("a09a35458c702b33eeacc393d103063234e8bc28")
                            .size(model));
            infra.worker("app", APP, w -> w.serves(weights).memory(memory));
        };
    }

    private static Consumer<Infra> asking(String type, String property) {
        Map<String, Object> reference = property == null
                ? Map.of("type", type, "name", "other", "envVarKey", "TOKEN")
                : Map.of("type", type, "name", "other", "property", property);
        return infra -> {
            var app = infra.worker("app", APP, w -> w.env("A", "1"));
            infra.deployTo(Render.region(Region.OHIO)
                    .raw(app, Raw.add("/envVars/-", Map.of("key", "OTHER", "fromService", reference))));
        };
    }

    private static Consumer<Infra> free(
            NativeRuntime runtime, Consumer<dev.davit.WebServiceBuilder> configure, boolean called) {
        return infra -> {
            var web = infra.webService("app", runtime, configure);
            infra.worker("caller", APP, w -> w.env("APP", called ? web.hostPort() : web.publicUrl()));
            infra.deployTo(Render.region(Region.OHIO).plan(web, Plan.FREE));
        };
    }
}
