package dev.davit.render.stack;

import dev.davit.Cron;
import dev.davit.Definition;
import dev.davit.Dockerfile;
import dev.davit.Eviction;
import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Infra;
import dev.davit.NativeRuntime;
import dev.davit.Plan;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.Render.AutoDeploy;
import dev.davit.RenderBuildSource;
import dev.davit.RenderEnvironment;
import dev.davit.RenderVariable;
import dev.davit.RenderWorkflow;
import dev.davit.StaticContent;

/** Says what only Render can say, and leaves to Render what it does not say. */
public final class OwnWords implements Definition {
    @Override
    public void define(Infra infra) {
        var db = infra.postgres("db");
        var cache = infra.cache("cache", c -> c.eviction(Eviction.VOLATILE_TTL));
        var queue = infra.jobQueue("queue");
        var shared = infra.envGroup("shared", g -> g.env("LOG_LEVEL", "info"));
        var site = infra.staticSite("site", StaticContent.at("dist"));
        var web = infra.webService(
                "web",
                NativeRuntime.node().build("npm ci").start("npm start"),
                w -> w.health(Health.http("/")).env("MODE", "live"));
        var api = infra.privateService(
                "api", Dockerfile.at("api/Dockerfile"), s -> s.envGroup(shared).env("WEB", web.host()));
        var mailer = infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1"));
        var nightly = infra.cronJob("nightly", NativeRuntime.python().start("python report.py"), Cron.daily(3, 0));
        var thumbs = infra.worker("thumbs", Dockerfile.at("Dockerfile"), w -> w.command("thumbs", "--all"));
        RenderEnvironment production = RenderEnvironment.of("shop", "production");
        infra.deployTo(Render.settings()
                .ownDefaults()
                .version()
                .region(Region.FRANKFURT, web, db)
                .name(db, "Shop_DB")
                .name(web, "Shop Web")
                .name(shared, "Shared by all")
                .plan(web, Plan.of("2c-4g"))
                .autoDeploy(mailer, AutoDeploy.OFF)
                .allow(db, "203.0.113.7/32")
                .allowNone(web)
                .command(mailer, "mailer --queue $QUEUE")
                .buildCommand(mailer, "make")
                .startCommand(mailer, "mailer")
                .command(nightly, "python report.py --all")
                .preDeploy(api, "migrate && seed")
                .healthCheckPath(api, "/healthz")
                .envGroup(site, shared)
                .envGroup(site, "from-the-dashboard")
                .envGroup(mailer, "from-the-dashboard")
                .variable(site, "API", RenderVariable.of(api, "hostport"))
                .variable(site, "DB", RenderVariable.of(db, "host"))
                .variable(site, "MODE", RenderVariable.copy(web, "MODE"))
                .variable(web, "app.mode", RenderVariable.text("live"))
                .variable(site, "KEY", RenderVariable.asked())
                .variable(site, "SALT", RenderVariable.generated())
                .variable(shared, "SALT", RenderVariable.generated())
                .variable(shared, "KEY", RenderVariable.asked())
                .previewValue(shared, "LOG_LEVEL", "debug")
                .variable(web, "POOL", RenderVariable.of(db, "connectionPoolString"))
                .variable(web, "WORKFLOW", RenderVariable.ofService("workflow", "tasks", "slug"))
                .variable(web, "OTHER_DB", RenderVariable.ofDatabase("other-db", "connectionString"))
                .variable(api, "URL", RenderVariable.copy(web, "RENDER_EXTERNAL_URL"))
                .variable(api, "SECRET", RenderVariable.copy("web", "other-web", "SECRET"))
                .variable(api, "MODE", RenderVariable.copy(web, "MODE"))
                .builtFrom(thumbs, "images")
                .workflow(RenderWorkflow.of(
                                "tasks",
                                NativeRuntime.python()
                                        .build("pip install .")
                                        .start("python tasks.py")
                                        .repo("https://github.com/acme/tasks")
                                        .branch("main")
                                        .rootDir("tasks")
                                        .paths("tasks/**")
                                        .ignoring("tasks/doc/**"))
                        .region(Region.OHIO)
                        .autoDeploy(AutoDeploy.COMMIT)
                        .env("MODE", "live")
                        .envGroup("from-the-dashboard")
                        .variable("DB", RenderVariable.of(db, "connectionString"))
                        .variable("API", RenderVariable.of(api, "host"))
                        .variable("SECRET", RenderVariable.copy(web, "MODE"))
                        .variable("KEY", RenderVariable.asked())
                        .variable("SALT", RenderVariable.generated())
                        .in(production))
                .workflow(RenderWorkflow.of("free", NativeRuntime.node().start("node free.js"))
                        .region(Region.OREGON)
                        .env("MODE", "live")
                        .previewValue("MODE", "preview")
                        .outside())
                .buildSource(RenderBuildSource.git(
                                "images",
                                Dockerfile.at("images/Dockerfile")
                                        .repo("https://github.com/acme/images")
                                        .branch("main")
                                        .rootDir("images")
                                        .paths("images/**")
                                        .ignoring("images/doc/**"))
                        .region(Region.OHIO)
                        .baseDir("context")
                        .credential("ghcr")
                        .env("MODE", "build")
                        .envGroup("from-the-dashboard")
                        .variable("KEY", RenderVariable.asked())
                        .variable("SALT", RenderVariable.generated())
                        .variable("DB", RenderVariable.of(db, "host"))
                        .variable("API", RenderVariable.of(api, "host"))
                        .variable("MODE_OF_WEB", RenderVariable.copy(web, "MODE")))
                .buildSource(RenderBuildSource.image(
                        "tools", Image.of("ghcr.io/acme/tools:1").credential("ghcr")))
                .buildSource(RenderBuildSource.git(
                                "pages",
                                NativeRuntime.node().build("npm run pages").repo("https://github.com/acme/pages"))
                        .env("MODE", "live")
                        .previewValue("MODE", "preview"))
                .buildSource(RenderBuildSource.git(
                                "docs",
                                NativeRuntime.node().build("npm run docs").repo("https://github.com/acme/docs"))
                        .in("shop"))
                .buildSource(RenderBuildSource.image(
                                "base", Image.of("ghcr.io/acme/base:1").credential("ghcr"))
                        .outside())
                .in(production, web, db, queue)
                .ungrouped(cache));
    }
}
