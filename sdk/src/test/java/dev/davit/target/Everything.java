package dev.davit.target;

import dev.davit.*;
import java.time.Duration;
import java.time.LocalDate;

/** One of everything that can be said. */
final class Everything implements Definition {
    private static final LocalDate LATER = LocalDate.of(2027, 6, 1);

    @Override
    public void define(Infra infra) {
        Secret token = infra.secret("hub-token", s -> s.movedFrom("token"));
        Secret session = infra.generatedSecret("session-key");
        JobQueue jobs = infra.jobQueue("jobs", q -> q.memory(Size.mib(300)));
        Cache pages =
                infra.cache("pages", c -> c.eviction(Eviction.VOLATILE_LFU).persistent());
        Postgres db = infra.postgres(
                "db",
                16,
                p -> p.storage(Size.gib(20))
                        .cpu(Cpu.cores(2))
                        .memory(Size.gib(4))
                        .database("records")
                        .user("owner")
                        .highAvailability());
        ModelArtifact model = infra.model(
                "tiny",
                Model.huggingFace("acme/tiny").revision("c".repeat(40)).file("w.bin", "d".repeat(64), 12_345),
                m -> m.token(token));
        EnvGroup shared = infra.envGroup("shared", g -> g.env("LEVEL", "info"));
        Job migrate = infra.job(
                "migrate",
                Image.of("acme/api:1"),
                j -> j.command("migrate", "up").retries(0).env("DB", db.connectionString()));
        PrivateService api = infra.privateService(
                "api",
                Image.of("acme/api:1").credential("hub"),
                s -> s.port(8000)
                        .gpu(Gpu.nvidia("L4").memory(Size.gib(24)).count(2))
                        .serves(model)
                        .preDeploy(migrate)
                        .opensPortWhenReady()
                        .health(Health.http("/ready").liveness("/live").startsWithin(Duration.ofMinutes(3)))
                        .scale(Scale.between(1, 5).memory(80))
                        .env("MODEL", model.path())
                        .env("DSN", Value.text("host=", db.host(), ";password=", db.password())));
        WebService web = infra.webService(
                "web",
                NativeRuntime.python("3.12")
                        .build("make")
                        .start("serve")
                        .repo("https://example.com/r")
                        .paths("web/**"),
                Disk.at("/data", Size.gib(2)).name("uploads"),
                w -> w.domain("app.example.com")
                        .domain("www.example.com")
                        .requestTimeout(Duration.ofMinutes(1))
                        .preDeploy("make", "assets")
                        .envGroup(shared)
                        .env("API", api.url("v1"))
                        .env("SESSION", session)
                        .env("CACHE", pages.url())
                        .acknowledge("PLN001", "it is known", LATER));
        infra.worker(
                "worker",
                Dockerfile.at("worker/Dockerfile").context("worker").ignoring("*.md"),
                w -> w.consumes(jobs)
                        .drain(Duration.ofMinutes(2))
                        .scale(Scale.between(1, 9).cpu(60).queueDepth(jobs, "celery", 5)));
        CronJob nightly = infra.cronJob(
                "nightly",
                Image.of("acme/api:1"),
                Cron.daily(3, 0),
                c -> c.timeLimit(Duration.ofMinutes(20)).cpu(Cpu.millis(100)).memory(Size.mib(64)));
        infra.add(
                "pages",
                i -> i.staticSite(
                        "docs",
                        StaticContent.at("dist")
                                .node("22")
                                .build("npm run build")
                                .branch("docs"),
                        s -> s.domain("docs.example.com")
                                .redirect("/old/*", "https://example.com/new")
                                .rewrite("/*", "/index.html")
                                .header("/*", "X-Frame-Options", "DENY")
                                .env("CI", "1")));
        infra.output("url", web.publicUrl());
        infra.output("address", Value.text("tcp://", db.host(), ":", db.port()));
        infra.acknowledge("PLN001", "for all", LATER);
        infra.deployTo(Render.region(Region.FRANKFURT)
                .plan(web, Plan.PRO_PLUS)
                .autoDeploy(Render.AutoDeploy.COMMIT)
                .allow(db, "10.0.0.0/8", "the office")
                .raw(web, Raw.set("/env/RAW", "1"), Raw.add("/list/-", 2.5), Raw.remove("/port")));
        infra.deployTo(
                Kubernetes.context("prod")
                        .gpuLabels(Kubernetes.GpuLabels.GKE)
                        .surgeGpus(1)
                        .raw(api, "Thing", Raw.set("/x", null)),
                api,
                nightly);
    }
}
