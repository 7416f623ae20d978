package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.time.Duration;
import java.util.Locale;

/** Answers for Postgres instances. */
final class PostgresOperations {
    private static final String POOL = "connectionPool";

    private final World world;
    private final Stores stores;
    private final StoreAnswers answers;

    PostgresOperations(World world, Stores stores) {
        this.world = world;
        this.stores = stores;
        this.answers = new StoreAnswers(world, Kind.POSTGRES);
    }

    void addTo(Router router) {
        router.on("GET /postgres", call -> answers.list(call, "postgres", answers::shown))
                .on("POST /postgres", this::create)
                .on("GET /postgres/{}", call -> Answer.ok(answers.shown(answers.get(call))))
                .on("PATCH /postgres/{}", this::change)
                .on("DELETE /postgres/{}", answers::delete)
                .on("GET /postgres/{}/connection-info", this::connection)
                .on("GET /postgres/{}/recovery", this::recovery)
                .on("POST /postgres/{}/suspend", this::suspend)
                .on("POST /postgres/{}/resume", this::resume)
                .on("POST /postgres/{}/restart", this::restart)
                .on("POST /postgres/{}/failover", this::failOver);
    }

    private Answer create(Call call) {
        Entity asked = call.body("postgresPOSTInput");
        Entity store = answers.make(asked, call);
        String plain = asked.text("name").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        store.put("databaseName", plain + "_" + store.id().substring(store.id().length() - 4))
                .put("databaseUser", plain + "_user")
                .put("dashboardUrl", "https://dashboard.render.com/d/" + store.id())
                .put("highAvailabilityEnabled", asked.flag("enableHighAvailability"))
                .put("diskAutoscalingEnabled", asked.flag("enableDiskAutoscaling"))
                .put("diskSizeGB", PostgresRules.usualDisk(asked.text("plan")))
                .put(POOL, "none")
                .put("role", "primary")
                .put("suspended", "not_suspended")
                .put("suspenders", new ListNode(null))
                .take(asked, "databaseName", "databaseUser", "version", "diskSizeGB", POOL, "parameterOverrides");
        if (asked.text("plan").equals("free")) {
            store.put("expiresAt", call.now().plus(Duration.ofDays(30)));
        }
        replicas(store, asked.list("readReplicas"));
        PostgresRules.check(store);
        stores.create(store, call.now());
        return Answer.created(answers.shown(store));
    }

    /** Replicas are known by their names: one that is named no more is gone. */
    private void replicas(Entity store, ListNode asked) {
        ListNode replicas = new ListNode(null);
        for (Node item : asked) {
            Entity replica = new Entity((MapNode) item);
            Entity kept = store.parts("readReplicas").stream()
                    .filter(it -> it.text("name").equals(replica.text("name")))
                    .findFirst()
                    .orElseGet(() -> Entity.empty().put("id", world.state().newId(Kind.POSTGRES)));
            replicas.add(kept.take(replica, "name", "parameterOverrides").tree());
        }
        store.put("readReplicas", replicas);
    }

    private Answer change(Call call) {
        Entity store = answers.get(call);
        Entity asked = call.body("postgresPATCHInput");
        if (asked.has("diskSizeGB") && asked.number("diskSizeGB", 0) < store.number("diskSizeGB", 0)) {
            throw Problem.badRequest("diskSizeGB cannot become smaller");
        }
        Entity before = new Entity(store.shown());
        store.take(asked, "name", "plan", "diskSizeGB", POOL, "ipAllowList", "parameterOverrides");
        if (asked.has("enableHighAvailability")) {
            store.put("highAvailabilityEnabled", asked.flag("enableHighAvailability"));
        }
        if (asked.has("enableDiskAutoscaling")) {
            store.put("diskAutoscalingEnabled", asked.flag("enableDiskAutoscaling"));
        }
        if (asked.has("readReplicas")) {
            replicas(store, asked.list("readReplicas"));
        }
        PostgresRules.check(store);
        World.touch(store, call.now());
        react(store, before, call);
        return Answer.ok(answers.shown(store));
    }

    /** A new plan means another instance, a pool a restart; source: Render's skills for agents, 2026-08-18. */
    private void react(Entity store, Entity before, Call call) {
        if (store.text("status").equals("suspended")) {
            return;
        }
        if (!store.text("plan").equals(before.text("plan"))) {
            stores.change(store, before.flag("highAvailabilityEnabled"), call.now());
        } else if (!store.text(POOL).equals(before.text(POOL))) {
            stores.restart(store, call.now());
        }
    }

    private Answer connection(Call call) {
        Entity store = answers.get(call);
        String login = store.text("databaseUser") + ":" + store.text("_password");
        String outside = store.id() + "." + store.text("region") + "-postgres.render.com";
        String database = "/" + store.text("databaseName");
        MapNode info = new MapNode(null)
                .put("password", store.text("_password"))
                .put("internalConnectionString", "postgresql://" + login + "@" + store.id() + database)
                .put("externalConnectionString", "postgresql://" + login + "@" + outside + database)
                .put(
                        "psqlCommand",
                        "PGPASSWORD=" + store.text("_password") + " psql -h " + outside + " -U "
                                + store.text("databaseUser") + " " + store.text("databaseName"));
        if (!store.text(POOL).equals("none")) {
            info.put("internalConnectionPoolString", "postgresql://" + login + "@" + store.id() + "-pool" + database)
                    .put("externalConnectionPoolString", "postgresql://" + login + "@pool-" + outside + database);
        }
        return Answer.ok(info);
    }

    private Answer recovery(Call call) {
        Entity store = answers.get(call);
        MapNode info = new MapNode(null);
        if (store.text("plan").equals("free")) {
            return Answer.ok(info.put("recoveryStatus", "NOT_AVAILABLE"));
        }
        return Answer.ok(info.put("recoveryStatus", "AVAILABLE").put("startsAt", store.text("createdAt")));
    }

    private Answer suspend(Call call) {
        Entity store = answers.get(call).put("suspended", "suspended");
        store.put("suspenders", new ListNode(null).add("user"));
        stores.suspend(store, call.now());
        return Answer.empty(202);
    }

    private Answer resume(Call call) {
        Entity store = answers.get(call);
        if (store.text("suspended").equals("suspended")) {
            store.put("suspended", "not_suspended").put("suspenders", new ListNode(null));
            stores.create(store, call.now());
        }
        return Answer.empty(202);
    }

    private Answer restart(Call call) {
        stores.restart(active(call), call.now());
        return Answer.empty(202);
    }

    private Answer failOver(Call call) {
        Entity store = active(call);
        if (!store.flag("highAvailabilityEnabled")) {
            throw Problem.badRequest("high availability is off, so there is no standby");
        }
        stores.restart(store, call.now());
        return Answer.empty(202);
    }

    private Entity active(Call call) {
        Entity store = answers.get(call);
        if (store.text("suspended").equals("suspended")) {
            throw Problem.badRequest("Postgres instance " + store.id() + " is suspended");
        }
        return store;
    }
}
