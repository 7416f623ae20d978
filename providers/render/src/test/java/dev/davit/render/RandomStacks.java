package dev.davit.render;

import dev.davit.Cache;
import dev.davit.Cpu;
import dev.davit.Cron;
import dev.davit.Definition;
import dev.davit.Disk;
import dev.davit.Dockerfile;
import dev.davit.EnvGroup;
import dev.davit.Eviction;
import dev.davit.Gpu;
import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Infra;
import dev.davit.Job;
import dev.davit.JobQueue;
import dev.davit.Model;
import dev.davit.ModelArtifact;
import dev.davit.NativeRuntime;
import dev.davit.Plan;
import dev.davit.Postgres;
import dev.davit.PrivateBuilder;
import dev.davit.PrivateService;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.RenderEnvironment;
import dev.davit.RenderVariable;
import dev.davit.RunningBuilder;
import dev.davit.Scale;
import dev.davit.Secret;
import dev.davit.ServiceBuilder;
import dev.davit.Size;
import dev.davit.Source;
import dev.davit.StaticContent;
import dev.davit.Value;
import dev.davit.WebBuilder;
import dev.davit.WorkloadBuilder;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Makes random definitions: each kind, each setter, present or not. */
final class RandomStacks {
    private final Random random;
    private final Infra infra;
    private Secret secret;
    private Secret generated;
    private JobQueue queue;
    private Cache cache;
    private Postgres database;
    private EnvGroup group;
    private ModelArtifact model;
    private PrivateService inner;
    private Job job;
    private int moves;

    private RandomStacks(long seed, Infra infra) {
        this.random = new Random(seed);
        this.infra = infra;
    }

    static Arbitrary<Definition> definitions() {
        return Arbitraries.longs().dontShrink().map(seed -> infra -> new RandomStacks(seed, infra).define());
    }

    private void define() {
        secret = infra.secret("secret");
        generated = infra.generatedSecret("generated");
        queue = infra.jobQueue("queue", q -> maybe(() -> q.memory(pick(Size.mib(100), Size.gib(3), Size.gib(60)))));
        cache = infra.cache("cache", c -> {
            maybe(() -> c.memory(Size.gib(2)));
            maybe(() -> c.eviction(pick(Eviction.values())));
            maybe(c::persistent);
        });
        database = infra.postgres("database", 17, p -> {
            maybe(() -> p.storage(pick(Size.mib(900), Size.gib(7), Size.gib(20))));
            maybe(() -> p.cpu(pick(Cpu.millis(100), Cpu.cores(3), Cpu.cores(200))));
            maybe(() -> p.memory(pick(Size.mib(200), Size.gib(9), Size.gib(2000))));
            maybe(() -> p.database("db"));
            maybe(() -> p.user("owner"));
            maybe(p::highAvailability);
            maybe(() -> p.movedFrom("older"));
        });
        group = infra.envGroup("group", g -> maybe(() -> g.env("G", "1")));
        model = infra.model("model", aModel(), m -> maybe(() -> m.token(secret)));
        inner = infra.privateService("inner", source(), s -> {
            workload(s);
            running(s);
            service(s);
            privates(s);
            maybe(() -> s.scale(scale()));
        });
        job = infra.job("job", source(), j -> {
            workload(j);
            maybe(() -> j.timeLimit(Duration.ofMinutes(pick(5, 50))));
            maybe(() -> j.retries(pick(0, 3)));
        });
        more();
        infra.deployTo(settings());
    }

    private void more() {
        var web = infra.webService("web", source(), w -> {
            workload(w);
            running(w);
            service(w);
            web(w);
            maybe(() -> w.scale(scale()));
        });
        infra.webService("disky", source(), disk(), w -> {
            workload(w);
            running(w);
            service(w);
            web(w);
        });
        infra.privateService("disky-inner", source(), disk(), s -> {
            workload(s);
            running(s);
            service(s);
            privates(s);
        });
        infra.worker("worker", source(), w -> {
            workload(w);
            running(w);
            maybe(() -> w.consumes(queue));
            maybe(() -> w.scale(scale()));
            maybe(() -> w.env("WEB", web.publicUrl()));
        });
        infra.cronJob("cron", source(), Cron.hourly(5), c -> {
            workload(c);
            maybe(() -> c.timeLimit(Duration.ofHours(pick(1, 20))));
            maybe(() -> c.retries(pick(0, 3)));
        });
        infra.staticSite("site", StaticContent.at("dist").node("22").paths("a/**"), s -> {
            maybe(() -> s.env("A", "1"));
            maybe(() -> s.domain("site.example.com"));
            maybe(() -> s.redirect("/a", "https://example.com/b"));
            maybe(() -> s.rewrite("/*", "/index.html"));
            maybe(() -> s.header("/*", "X-A", "b"));
            maybe(() -> s.movedFrom("old-site"));
        });
        maybe(() -> infra.output("out", Value.text(web.publicUrl(), "/x")));
    }

    private Render settings() {
        Render render = Render.region(pick(Region.values()));
        maybe(() -> render.plan(inner, pick(Plan.FREE, Plan.PRO_MAX, Plan.of("4c-32g"))));
        maybe(() -> render.autoDeploy(pick(Render.AutoDeploy.values())));
        maybe(() -> render.allow(pick(queue, cache, database, inner), "10.0.0.0/8", "all of us"));
        maybe(() -> render.autoDeploy(pick(inner, cache), pick(Render.AutoDeploy.values())));
        maybe(() -> render.previews(pick(inner, cache), pick(Render.Previews.values())));
        maybe(() -> render.previewPlan(pick(inner, cache, database), Plan.STARTER));
        maybe(() -> render.previewInstances(pick(inner, database), 2));
        maybe(() -> render.previewStorage(database, Size.gib(5)));
        maybe(() -> render.previewValue(inner, pick("PLAIN", "SECRET", "NONE"), "preview"));
        maybe(() -> render.initialDeploy(pick(inner, cache), "seed"));
        maybe(() -> render.baseImageCredential(pick(inner, database), "ghcr"));
        maybe(() -> render.persistence(pick(queue, cache), pick(Render.Persistence.values())));
        maybe(() -> render.connectionPool(database));
        maybe(() -> render.readReplica(database, "reads"));
        maybe(() -> render.storageAutoscaling(database));
        maybe(() -> render.in(RenderEnvironment.of("shop", pick("a", "b")), inner, pick(database, cache)));
        maybe(() -> render.ungrouped(queue));
        maybe(render::ownDefaults);
        maybe(() -> render.region(Region.OHIO, inner));
        maybe(() -> render.name(inner, "Inner Service"));
        maybe(() -> render.command(inner, "run --with $X"));
        maybe(() -> render.variable(inner, pick("PLAIN", "SECRET", "GENERATED", "PORT"), RenderVariable.asked()));
        maybe(() -> render.variable(inner, "HOST_OF_DATABASE", RenderVariable.of(database, "host")));
        maybe(() -> render.envGroup(inner, "elsewhere"));
        maybe(() -> render.allowNone(inner));
        maybe(() -> render.healthCheckPath(inner, "/healthz"));
        maybe(() -> render.builtFrom(inner, "images"));
        return render;
    }

    private void workload(WorkloadBuilder<?> b) {
        maybe(() -> b.env("PLAIN", "text"));
        maybe(() -> b.env("SECRET", secret));
        maybe(() -> b.env("GENERATED", generated));
        maybe(() -> b.env("AGAIN", generated));
        maybe(() -> b.env("QUEUE", queue.url()));
        maybe(() -> b.env("CACHE", Value.text(cache.host(), ":", cache.port())));
        maybe(() -> b.env("DATABASE", database.connectionString()));
        maybe(() -> b.env("DSN", Value.text(database.user(), ":", database.password(), "@", database.host())));
        maybe(() -> b.env("MODEL", model.path()));
        maybe(() -> b.env("PORT", pick("10000", "3000")));
        maybe(() -> b.envGroup(group));
        maybe(() -> b.command(pick(new String[] {"run", "it's"}, new String[] {"sh", "-c", "run"})));
        maybe(() -> b.cpu(pick(Cpu.millis(10), Cpu.cores(3), Cpu.cores(40))));
        maybe(() -> b.memory(pick(Size.mib(10), Size.gib(7), Size.gib(100))));
        moves++;
        maybe(() -> b.movedFrom("older-" + moves));
    }

    private void running(RunningBuilder<?> b) {
        maybe(() -> b.drain(Duration.ofSeconds(pick(1, 90, 3000))));
        maybe(() -> b.serves(model));
        if (random.nextInt(8) == 0) {
            b.gpu(Gpu.nvidia("L4"));
        }
    }

    private void service(ServiceBuilder<?> b) {
        maybe(() -> b.port(pick(3000, 10_000)));
        maybe(() -> b.health(pick(
                Health.tcp(),
                Health.http("/ok").startsWithin(Duration.ofMinutes(10)),
                Health.http("/ok").liveness("/alive"))));
        maybe(() -> b.requestTimeout(Duration.ofMinutes(10)));
        if (job == null) {
            maybe(() -> b.preDeploy("migrate", "all"));
        } else {
            maybe(() -> b.preDeploy(job));
            maybe(() -> b.env("INNER", inner.url("/v1")));
        }
    }

    private void privates(PrivateBuilder<?> b) {
        maybe(b::opensPortWhenReady);
    }

    private void web(WebBuilder<?> b) {
        maybe(() -> b.domain("app.example.com"));
        maybe(() -> b.domain("*.example.com"));
    }

    private Model aModel() {
        Model bare = Model.huggingFace("acme/model").revision("a09a35458c702b33eeacc393d103063234e8bc28");
        return pick(bare, bare.size(Size.gib(1)), bare.size(Size.gib(100)));
    }

    private Source source() {
        return pick(
                Image.of("ghcr.io/acme/app:1"),
                Image.of("ghcr.io/acme/app:1").credential("ghcr"),
                Dockerfile.at("Dockerfile"),
                Dockerfile.at("a/Dockerfile")
                        .context("a")
                        .repo("https://github.com/acme/a")
                        .branch("b"),
                NativeRuntime.node("22").build("npm ci").start("npm start"),
                NativeRuntime.rust("1.88").rootDir("r").ignoring("*.md").start("./run"));
    }

    private Scale scale() {
        return pick(
                Scale.fixed(3),
                Scale.between(1, 4),
                Scale.between(2, 200).cpu(95),
                Scale.between(1, 3).memory(70),
                Scale.between(1, 9).queueDepth(queue, "celery", 5));
    }

    private Disk disk() {
        return Disk.at("/data", Size.mib(pick(500, 5000)));
    }

    private void maybe(Runnable call) {
        if (random.nextInt(3) == 0) {
            call.run();
        }
    }

    @SafeVarargs
    private <T> T pick(T... items) {
        return items[random.nextInt(items.length)];
    }
}
