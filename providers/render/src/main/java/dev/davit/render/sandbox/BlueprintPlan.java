package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.schema.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares a Blueprint with what there is: by name, as Render does; source: https://render.com/docs/blueprint-spec. What is there is
 * adopted, unless it differs in what cannot be changed. Changes of single fields are not counted as actions.
 */
final class BlueprintPlan {
    private static final Map<String, String> TYPES = Map.of(
            "web", "web_service",
            "pserv", "private_service",
            "worker", "background_worker",
            "cron", "cron_job");

    /** What cannot be changed of a database: as a Blueprint calls it, and as the API does. */
    private static final Map<String, String> FIXED = Map.of(
            "region",
            "region",
            "databaseName",
            "databaseName",
            "user",
            "databaseUser",
            "postgresMajorVersion",
            "version");

    private final State state;
    private final String owner;
    private final ListNode services = new ListNode(null);
    private final ListNode databases = new ListNode(null);
    private final ListNode keyValue = new ListNode(null);
    private final ListNode groups = new ListNode(null);
    private final List<Violation> conflicts = new ArrayList<>();

    private BlueprintPlan(State state, String owner) {
        this.state = state;
        this.owner = owner;
    }

    static BlueprintPlan of(State state, MapNode blueprint, String owner) {
        BlueprintPlan plan = new BlueprintPlan(state, owner);
        plan.read(blueprint, "");
        blueprint.getMap("ungrouped").ifPresent(it -> plan.read(it, "/ungrouped"));
        each(blueprint, "projects", "", (project, at) -> each(project, "environments", at, plan::read));
        return plan;
    }

    List<Violation> conflicts() {
        return List.copyOf(conflicts);
    }

    MapNode shown() {
        return new MapNode(null)
                .put("services", services)
                .put("databases", databases)
                .put("keyValue", keyValue)
                .put("envGroups", groups)
                .put("totalActions", services.size() + databases.size() + keyValue.size() + groups.size());
    }

    /** Takes a part of a Blueprint and its place. */
    private interface Reader {
        void read(MapNode part, String at);
    }

    private static void each(MapNode from, String list, String at, Reader reader) {
        List<Node> items = from.getList(list).map(ListNode::items).orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof MapNode item) {
                reader.read(item, at + "/" + list + "/" + i);
            }
        }
    }

    private void read(MapNode place, String at) {
        each(place, "services", at, this::service);
        each(place, "databases", at, this::database);
        each(place, "envVarGroups", at, (it, here) -> make(groups, it, find(Kind.ENV_GROUP, it)));
    }

    private void service(MapNode asked, String at) {
        String type = asked.getText("type").orElse("");
        if (type.equals("keyvalue") || type.equals("redis")) {
            Optional<Entity> live = find(Kind.KEY_VALUE, asked);
            live.ifPresent(it -> same(asked, at, "region", it.text("region"), "Key Value instance"));
            make(keyValue, asked, live);
            return;
        }
        Optional<Entity> live = find(Kind.SERVICE, asked);
        live.ifPresent(it -> {
            boolean site = asked.getText("runtime").filter("static"::equals).isPresent();
            String wanted = site ? "static_site" : TYPES.getOrDefault(type, type);
            if (!wanted.equals(it.text("type"))) {
                conflict(
                        asked,
                        at,
                        "type",
                        "there is a " + it.text("type") + " of this name, and the type of a service cannot be changed");
            }
            same(asked, at, "region", it.part("serviceDetails").text("region"), "service");
        });
        make(services, asked, live);
    }

    private void database(MapNode asked, String at) {
        Optional<Entity> live = find(Kind.POSTGRES, asked);
        live.ifPresent(
                it -> new TreeMap<>(FIXED).forEach((name, field) -> same(asked, at, name, it.text(field), "database")));
        make(databases, asked, live);
    }

    private Optional<Entity> find(Kind kind, MapNode asked) {
        return state.where(kind, "name", asked.getText("name").orElse("")).stream()
                .filter(it ->
                        it.text("ownerId").equals(owner) || it.text("_owner").equals(owner))
                .findFirst();
    }

    private static void make(ListNode names, MapNode asked, Optional<Entity> live) {
        if (live.isEmpty()) {
            names.add(asked.getText("name").orElse(""));
        }
    }

    /** What a Blueprint leaves out stays as it is. */
    private void same(MapNode asked, String at, String name, String live, String what) {
        asked.get(name)
                .filter(it -> !live.isEmpty() && !it.toString().equals(live))
                .ifPresent(it -> conflict(
                        asked,
                        at,
                        name,
                        "there is a " + what + " of this name whose " + name + " is " + live
                                + ", and that cannot be changed"));
    }

    private void conflict(MapNode asked, String at, String name, String message) {
        conflicts.add(new Violation(
                at + "/" + name,
                message,
                asked.get(name).or(() -> asked.get("name")).flatMap(Node::origin)));
    }
}
