package dev.davit.render.stack;

import dev.davit.Cron;
import dev.davit.Definition;
import dev.davit.Dockerfile;
import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Infra;
import dev.davit.NativeRuntime;
import dev.davit.Plan;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.Render.AutoDeploy;
import dev.davit.Render.Persistence;
import dev.davit.Render.Previews;
import dev.davit.RenderEnvironment;
import dev.davit.Size;
import dev.davit.StaticContent;

/** Says of each kind what only Render knows, and calls every method of its settings block. */
public final class EverySetting implements Definition {
    @Override
    public void define(Infra infra) {
        var token = infra.secret("token");
        var session = infra.generatedSecret("session");
        var salt = infra.generatedSecret("salt");
        var cache = infra.cache("cache");
        var db = infra.postgres("db", 17);
        var shared = infra.envGroup("shared", g -> g.env("LOG_LEVEL", "info"));
        var site = infra.staticSite("docs", StaticContent.at("dist"), s -> s.env("THEME", "dark"));
        var web = infra.webService(
                "web",
                NativeRuntime.node("22").build("npm ci").start("npm start"),
                w -> w.health(Health.http("/healthz"))
                        .domain("shop.example.com")
                        .envGroup(shared)
                        .env("SESSION", session)
                        .env("MODE", "live"));
        var inner = infra.privateService("inner", Image.of("ghcr.io/acme/inner:1"));
        var mailer = infra.worker("mailer", Dockerfile.at("mailer/Dockerfile"), w -> w.env("MODE", "live"));
        var reports = infra.cronJob(
                "reports",
                Dockerfile.at("reports/Dockerfile")
                        .repo("https://github.com/acme/shop")
                        .branch("main")
                        .rootDir("reports")
                        .context("reports")
                        .paths("reports/**")
                        .ignoring("reports/drafts/**"),
                Cron.daily(3, 0),
                c -> c.command("report", "--all").envGroup(shared).env("DB_HOST", db.host()));
        var sweep = infra.cronJob(
                "sweep",
                Image.of("ghcr.io/acme/sweep:1").credential("ghcr"),
                Cron.daily(4, 0),
                c -> c.env("TOKEN", token)
                        .env("SESSION", session)
                        .env("SALT", salt)
                        .env("CACHE", cache.url())
                        .env("MODE", "live"));
        RenderEnvironment production =
                RenderEnvironment.of("shop", "production").isolate().guard();
        infra.deployTo(Render.region(Region.OHIO)
                .previews(Previews.AUTOMATIC)
                .previewsExpireAfter(3)
                .previews(web, Previews.MANUAL)
                .previewPlan(web, Plan.STARTER)
                .previewInstances(web, 1)
                .previewValue(web, "MODE", "preview")
                .previews(site, Previews.OFF)
                .previewValue(site, "THEME", "plain")
                .previewValue(sweep, "MODE", "preview")
                .previewValue(reports, "PORT", "none is set")
                .previewPlan(cache, Plan.FREE)
                .previewPlan(db, Plan.of("basic-256mb"))
                .previewStorage(db, Size.gib(5))
                .autoDeploy(site, AutoDeploy.OFF)
                .subdomain(web, false)
                .subdomain(site, true)
                .allow(web, "203.0.113.7/32", "the office")
                .allow(site, "203.0.113.7/32", "the office")
                .allow(cache, "203.0.113.7/32", "the office")
                .allow(db, "203.0.113.7/32", "the office")
                .maintenance(web, false)
                .maintenancePage(web, "https://status.example.com/")
                .initialDeploy(web, "npm run seed")
                .preDeploy(reports, "report --check")
                .preDeploy(site, "npm run links")
                .baseImageCredential(mailer, "ghcr")
                .baseImageCredential(reports, "ghcr")
                .baseImageCredential(inner, "ghcr")
                .persistence(cache, Persistence.SNAPSHOT)
                .connectionPool(db)
                .readReplica(db, "db-reads")
                .readReplica(db, "db-reports")
                .storageAutoscaling(db)
                .in(production, web, db, cache, shared)
                .in(RenderEnvironment.of("shop", "staging"), inner)
                .ungrouped(mailer));
    }
}
