package dev.davit.render.stack;

import dev.davit.Cpu;
import dev.davit.Cron;
import dev.davit.Definition;
import dev.davit.Disk;
import dev.davit.Dockerfile;
import dev.davit.Eviction;
import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Infra;
import dev.davit.Model;
import dev.davit.NativeRuntime;
import dev.davit.Plan;
import dev.davit.Raw;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.Render.AutoDeploy;
import dev.davit.Scale;
import dev.davit.Size;
import dev.davit.StaticContent;
import dev.davit.Value;
import java.time.Duration;
import java.time.LocalDate;

/** Makes one of each kind, and calls every setter once. */
public final class EveryKind implements Definition {
    private static final String REPO = "https://github.com/acme/shop";

    @Override
    public void define(Infra infra) {
        var apiKey = infra.secret("api-key");
        var session = infra.generatedSecret("session");
        var jobs = infra.jobQueue("jobs", q -> q.memory(Size.gib(3)).movedFrom("old-jobs"));
        var cache = infra.cache(
                "cache",
                c -> c.memory(Size.gib(1)).eviction(Eviction.VOLATILE_TTL).persistent());
        var scratch = infra.cache("scratch", c -> {});
        var db = infra.postgres(
                "main-db",
                16,
                p -> p.storage(Size.gib(22))
                        .cpu(Cpu.cores(2))
                        .memory(Size.gib(8))
                        .database("shop")
                        .user("shopkeeper")
                        .highAvailability());
        var shared = infra.envGroup("shared", g -> g.env("LOG_LEVEL", "info").env("TRUE", "yes"));
        var weights = infra.model(
                "small",
                Model.huggingFace("acme/small")
                        .revision("a09a35458c702b33eeacc393d103063234e8bc28")
                        .size(Size.gib(2))
                        .file(
                                "model.safetensors",
                                "3f0a377ba0a4a460ecb616f6507ce0d8cfa3e704025d4fda3ed0c5ca05468728",
                                2_000_000_000L),
                m -> m.token(infra.secret("hf-token")));
        var site = infra.staticSite(
                "docs",
                StaticContent.at("dist")
                        .node("22")
                        .build("npm ci && npm run build")
                        .repo(REPO)
                        .branch("main")
                        .rootDir("docs")
                        .paths("docs/**")
                        .ignoring("docs/drafts/**"),
                s -> s.env("THEME", "dark")
                        .domain("docs.example.com")
                        .domain("*.docs.example.com")
                        .redirect("/old/*", "/new/*")
                        .rewrite("/*", "/index.html")
                        .header("/*", "X-Frame-Options", "DENY"));
        var embedder = infra.privateService(
                "embedder",
                Image.of("ghcr.io/acme/embedder:2.1.0").credential("ghcr"),
                Disk.at("/cache", Size.gib(20)).name("models"),
                s -> s.port(8000)
                        .cpu(Cpu.cores(2))
                        .memory(Size.gib(8))
                        .health(Health.http("/ready")
                                .startsWithin(Duration.ofMinutes(5))
                                .liveness("/alive"))
                        .requestTimeout(Duration.ofMinutes(20))
                        .opensPortWhenReady()
                        .serves(weights)
                        .env("MODEL", weights.path()));
        var migrate = infra.job(
                "migrate",
                NativeRuntime.node("22").repo(REPO).build("npm ci").start("npm run migrate"),
                j -> j.env("DATABASE_URL", db.connectionString())
                        .env("STEPS", "all")
                        .memory(Size.gib(1))
                        .timeLimit(Duration.ofMinutes(45))
                        .retries(1));
        var web = infra.webService(
                "web",
                NativeRuntime.node("22").repo(REPO).build("npm ci").start("npm start"),
                w -> w.port(3000)
                        .health(Health.http("/healthz"))
                        .preDeploy(migrate)
                        .domain("shop.example.com")
                        .scale(Scale.between(2, 5).cpu(60).memory(75))
                        .drain(Duration.ofSeconds(90))
                        .envGroup(shared)
                        .env("API_KEY", apiKey)
                        .env("SESSION", session)
                        .env("DB_HOST", db.host())
                        .env("DB_PORT", db.port())
                        .env("DB_USER", db.user())
                        .env("DB_PASSWORD", db.password())
                        .env("DB_NAME", db.database())
                        .env("CACHE_URL", cache.url())
                        .env("SCRATCH", Value.text(scratch.host(), ":", scratch.port()))
                        .env("EMBEDDER_HOST", embedder.host())
                        .env("EMBEDDER_PORT", embedder.port())
                        .env("EMBEDDER", embedder.hostPort())
                        .env("EMBEDDER_URL", embedder.url("/v1"))
                        .env("DOCS", site.publicUrl())
                        .env("GREETING", "it's \"$5\" & more"));
        infra.worker(
                "mailer",
                Dockerfile.at("mailer/Dockerfile")
                        .context("mailer")
                        .repo(REPO)
                        .branch("release")
                        .rootDir("mailer")
                        .paths("mailer/**"),
                w -> w.consumes(jobs)
                        .command("celery", "-A", "mailer", "worker", "--hostname=it's me")
                        .scale(Scale.fixed(3))
                        .env("SESSION_KEY", session)
                        .env("QUEUE_URL", jobs.url())
                        .env("SHOP", web.publicUrl())
                        .acknowledge("RND013", "for the test", LocalDate.of(2027, 1, 1)));
        infra.cronJob(
                "reports",
                NativeRuntime.python("3.12.4").repo(REPO).start("python -m reports"),
                Cron.daily(3, 0),
                c -> c.timeLimit(Duration.ofMinutes(90)).retries(3).command("python", "-m", "reports.nightly"));
        infra.output("shop", web.publicUrl());
        infra.output("queue", jobs.host());
        infra.deployTo(Render.region(Region.FRANKFURT)
                .plan(web, Plan.of("2c-8g"))
                .autoDeploy(AutoDeploy.COMMIT)
                .allow(db, "203.0.113.7/32", "the office")
                .allow(db, "198.51.100.0/24", "CI")
                .raw(web, Raw.set("/previews/generation", "manual")));
    }
}
