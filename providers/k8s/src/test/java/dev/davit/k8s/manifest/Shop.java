package dev.davit.k8s.manifest;

import dev.davit.Cpu;
import dev.davit.Cron;
import dev.davit.Definition;
import dev.davit.Disk;
import dev.davit.Dockerfile;
import dev.davit.Eviction;
import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Infra;
import dev.davit.Kubernetes;
import dev.davit.NativeRuntime;
import dev.davit.Raw;
import dev.davit.Scale;
import dev.davit.Size;
import dev.davit.StaticContent;
import dev.davit.Value;
import java.time.Duration;

/** Calls every setter of every kind that needs no GPU. */
final class Shop implements Definition {
    @Override
    public void define(Infra infra) {
        var stripe = infra.secret("stripe-key");
        var session = infra.generatedSecret("session-key");
        var shared = infra.envGroup("shared", g -> g.env("LOG_LEVEL", "info").env("ZONE", "$(HOME) no 0x1F"));
        var jobs = infra.jobQueue("jobs", q -> q.memory(Size.mib(384)));
        var pages = infra.cache(
                "pages",
                c -> c.memory(Size.gib(1)).eviction(Eviction.VOLATILE_TTL).persistent());
        var orders = infra.postgres(
                "orders",
                17,
                p -> p.storage(Size.gib(40))
                        .cpu(Cpu.cores(2))
                        .memory(Size.gib(8))
                        .database("shop")
                        .user("clerk"));
        var migrate = infra.job(
                "migrate",
                Image.of("ghcr.io/acme/shop-migrate:3.1.0"),
                j -> j.command("flyway", "migrate")
                        .env("DATABASE_URL", orders.connectionString())
                        .envGroup(shared));
        var prices = infra.privateService(
                "prices",
                Image.of("ghcr.io/acme/prices:1.0.0"),
                s -> s.port(9000)
                        .health(Health.tcp().startsWithin(Duration.ofSeconds(45)))
                        .opensPortWhenReady()
                        .requestTimeout(Duration.ofMinutes(2))
                        .drain(Duration.ofSeconds(90))
                        .scale(Scale.between(2, 5).memory(80)));
        var web = infra.webService(
                "web",
                NativeRuntime.node("22").build("npm ci").start("npm start"),
                w -> w.port(3000)
                        .health(Health.http("/ready").liveness("/alive"))
                        .domain("shop.example.com")
                        .domain("www.example.com")
                        .cpu(Cpu.cores(1))
                        .memory(Size.gib(1))
                        .requestTimeout(Duration.ofMinutes(10))
                        .preDeploy(migrate)
                        .scale(Scale.between(2, 8).cpu(60).memory(75))
                        .movedFrom("shop")
                        .envGroup(shared)
                        .env("STRIPE_KEY", stripe)
                        .env("SESSION_KEY", session)
                        .env("PRICES", prices.url("/v1"))
                        .env("PRICES_HOST", prices.host())
                        .env("PRICES_PORT", prices.port())
                        .env("CACHE_URL", pages.url())
                        .env("QUEUE", Value.text("redis://", jobs.host(), ":", jobs.port(), "/1"))
                        .env(
                                "DSN",
                                Value.text(
                                        "user=",
                                        orders.user(),
                                        " password=",
                                        orders.password(),
                                        " dbname=",
                                        orders.database()))
                        .env("COST", "$5 and $(HOME)"));
        infra.worker(
                "mailer",
                Dockerfile.at("mailer/Dockerfile").context("mailer"),
                w -> w.consumes(jobs)
                        .drain(Duration.ofMinutes(2))
                        .scale(Scale.between(1, 10)
                                .queueDepth(jobs, "rq:queue:mail", 20)
                                .cpu(80))
                        .env("SMTP", "smtp://mail.example.com:587"));
        infra.worker(
                "indexer",
                Image.of("ghcr.io/acme/indexer:2").credential("ghcr"),
                Disk.at("/index", Size.gib(60)),
                w -> w.consumes(jobs).env("DATABASE_URL", orders.connectionString()));
        infra.webService(
                "admin",
                Image.of("ghcr.io/acme/admin:2"),
                Disk.at("/files", Size.gib(5)).name("files"),
                w -> w.preDeploy("./prepare", "--all")
                        .domain("admin.example.com")
                        .env("SHOP", web.publicUrl()));
        infra.cronJob(
                "report",
                Image.of("ghcr.io/acme/report:2"),
                Cron.of("0 6 * * 5-7"),
                c -> c.timeLimit(Duration.ofMinutes(20)).retries(1).env("DATABASE_URL", orders.connectionString()));
        infra.job("seed", Image.of("ghcr.io/acme/seed:2"), j -> j.env("DATABASE_URL", orders.connectionString()));
        infra.staticSite(
                "docs",
                StaticContent.at("dist").node("22").build("npm run docs"),
                s -> s.env("BASE", "/docs")
                        .domain("docs.example.com")
                        .redirect("/old/*", "/new/*")
                        .redirect("/user/:id", "https://shop.example.com/u/:id")
                        .rewrite("/*", "/index.html")
                        .header("/*", "X-Frame-Options", "DENY")
                        .header("/assets/*", "Cache-Control", "max-age=\"1\" $5"));
        infra.output("shop", web.publicUrl());
        infra.output("prices", prices.hostPort());
        infra.deployTo(Kubernetes.context("prod eu")
                .namespace("shop")
                .ingressClass("nginx")
                .certificateIssuer("letsencrypt")
                .storageClass("fast")
                .raw(web, "Deployment", Raw.set("/spec/minReadySeconds", 10)));
    }
}
