package dev.davit.render.sandbox;

import dev.davit.document.MapNode;

/** Answers for Key Value instances. */
final class KeyValueOperations {
    private final Stores stores;
    private final StoreAnswers answers;

    KeyValueOperations(World world, Stores stores) {
        this.stores = stores;
        this.answers = new StoreAnswers(world, Kind.KEY_VALUE);
    }

    void addTo(Router router) {
        router.on("GET /key-value", call -> answers.list(call, "keyValue", this::listed))
                .on("POST /key-value", this::create)
                .on("GET /key-value/{}", call -> Answer.ok(answers.shown(answers.get(call))))
                .on("PATCH /key-value/{}", this::change)
                .on("DELETE /key-value/{}", answers::delete)
                .on("GET /key-value/{}/connection-info", this::connection)
                .on("POST /key-value/{}/suspend", this::suspend)
                .on("POST /key-value/{}/resume", this::resume);
    }

    private MapNode listed(Entity store) {
        return answers.shown(store).put("dashboardUrl", "https://dashboard.render.com/r/" + store.id());
    }

    private Answer create(Call call) {
        Entity asked = call.body("keyValuePOSTInput");
        Entity store = answers.make(asked, call).put("version", "8.1.4");
        boolean free = asked.text("plan").equals("free");
        store.part("options")
                .put("maxmemoryPolicy", "allkeys_lru")
                .put("persistenceMode", free ? "off" : "journal_snapshot")
                .take(asked, "maxmemoryPolicy", "persistenceMode");
        requireNoPromise(store);
        stores.create(store, call.now());
        return Answer.created(answers.shown(store));
    }

    /** A change of plan, policy or persistence restarts it; source: the API's description. A plan cannot become smaller. */
    private Answer change(Call call) {
        Entity store = answers.get(call);
        Entity asked = call.body("keyValuePATCHInput");
        if (asked.has("plan") && Plans.isSmaller(asked.text("plan"), store.text("plan"))) {
            throw Problem.badRequest("the plan of a Key Value instance cannot become smaller");
        }
        MapNode before = store.shown();
        store.take(asked, "name", "plan", "ipAllowList");
        store.part("options").take(asked, "maxmemoryPolicy", "persistenceMode");
        requireNoPromise(store);
        World.touch(store, call.now());
        boolean restarts = !before.get("plan").equals(store.tree().get("plan"))
                || !before.get("options").equals(store.tree().get("options"));
        if (restarts && !store.text("status").equals("suspended")) {
            stores.restart(store, call.now());
        }
        return Answer.ok(answers.shown(store));
    }

    private static void requireNoPromise(Entity store) {
        boolean keeps = !store.part("options").text("persistenceMode").equals("off");
        if (keeps && store.text("plan").equals("free")) {
            throw Problem.badRequest("the plan free has no persistence");
        }
    }

    private Answer connection(Call call) {
        Entity store = answers.get(call);
        String outside = "rediss://" + store.id() + ":" + store.text("_password") + "@" + store.text("region")
                + "-keyvalue.render.com:6379";
        return Answer.ok(new MapNode(null)
                .put("internalConnectionString", "redis://" + store.id() + ":6379")
                .put("externalConnectionString", outside)
                .put("cliCommand", "redis-cli -u " + outside));
    }

    private Answer suspend(Call call) {
        stores.suspend(answers.get(call), call.now());
        return Answer.empty(202);
    }

    private Answer resume(Call call) {
        Entity store = answers.get(call);
        if (store.text("status").equals("suspended")) {
            stores.create(store, call.now());
        }
        return Answer.empty(202);
    }
}
