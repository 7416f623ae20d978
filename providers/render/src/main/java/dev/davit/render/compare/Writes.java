package dev.davit.render.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.render.api.RenderApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Says which calls bring a thing from what it is to what it is to be, deploys left out. Each may be done twice. Settings come first, so
 * that one deploy at the end takes all of them up.
 */
public final class Writes {
    private final List<Write> writes = new ArrayList<>();
    private final MapNode wanted;
    private final Map<String, String> takes;
    private final Live live;
    private final Difference difference;
    private final String path;

    /**
     * Hold one call.
     *
     * @param does what it does, in words
     * @param call the call
     */
    public record Write(String does, Consumer<RenderApi> call) {}

    private Writes(Work work, Live live, Difference difference) {
        this.wanted = work.wants();
        this.takes = work.takes();
        this.live = live;
        this.difference = difference;
        this.path = collection(live.kind()) + "/" + live.id();
    }

    /** Give the calls, in order. */
    static List<Write> of(
            Work work, Live live, Difference difference, References references, Bodies bodies, Snapshot snapshot) {
        Writes all = new Writes(work, live, difference);
        all.place(snapshot);
        if (live.kind().equals("envVarGroup")) {
            all.groupVariables(references);
            return all.writes;
        }
        all.properties(bodies);
        if (Words.isService(live.kind())) {
            all.variables(references);
            all.groups(snapshot);
            all.scale();
            all.disk();
            all.site();
            all.domains();
        }
        return all.writes;
    }

    /** Give where the things of a kind are. */
    static String collection(String kind) {
        return switch (kind) {
            case "database" -> "/postgres";
            case "keyvalue" -> "/key-value";
            case "envVarGroup" -> "/env-groups";
            case Projects.PROJECT -> "/projects";
            case Projects.ENVIRONMENT -> "/environments";
            default -> "/services";
        };
    }

    private void add(String does, Consumer<RenderApi> call) {
        writes.add(new Write(does, call));
    }

    private void properties(Bodies bodies) {
        MapNode body = bodies.change(live.kind(), wanted, difference);
        if (difference.has("readReplicas")) {
            body.put("readReplicas", replicas());
        }
        if (!body.isEmpty()) {
            add("change its settings", api -> api.patch(path, body));
        }
    }

    /** What is left out of the list is destroyed, so those of others are in it. */
    private ListNode replicas() {
        ListNode there = live.answer().getList("readReplicas").orElseGet(() -> new ListNode(null));
        return only(merged(Bodies.items(wanted, "readReplicas"), there, "readReplicas", "name"), "name");
    }

    private List<Delta> of(String property) {
        return difference.deltas().stream().filter(it -> it.isOf(property)).toList();
    }

    /** More than one is written as a whole, with what others set as it is read right before: writes are what the API has least of. */
    private void variables(References references) {
        List<Delta> changed = of("envVars").stream().filter(Writes::isVariable).toList();
        if (changed.size() == 1) {
            one(changed.get(0), references);
        } else if (!changed.isEmpty()) {
            add(
                    "set " + changed.size() + " variables",
                    api -> api.put(path + "/env-vars", whole(api, changed, references)));
        }
    }

    private static boolean isVariable(Delta delta) {
        return !delta.item().startsWith("fromGroup ");
    }

    private void one(Delta changed, References references) {
        String at = path + "/env-vars/" + changed.item();
        if (changed.after().isEmpty()) {
            add("remove variable " + changed.item(), api -> api.delete(at));
        } else {
            add("set variable " + changed.item(), api -> api.put(at, value(changed.item(), references)));
        }
    }

    private MapNode value(String key, References references) {
        MapNode entry = entries(references).get(key);
        MapNode body = new MapNode(null);
        entry.get("value").ifPresent(it -> body.put("value", it));
        entry.get("generateValue").ifPresent(it -> body.put("generateValue", it));
        return body;
    }

    private Map<String, MapNode> entries(References references) {
        return Variables.of(live.kind(), wanted).entries(references);
    }

    private ListNode whole(RenderApi api, List<Delta> changed, References references) {
        Map<String, MapNode> all = new TreeMap<>();
        for (MapNode there : api.list(path + "/env-vars", "envVar")) {
            String key = there.getText("key").orElse("");
            all.put(
                    key,
                    new MapNode(null)
                            .put("key", key)
                            .put("value", there.getText("value").orElse("")));
        }
        Map<String, MapNode> entries = entries(references);
        changed.forEach(it -> {
            if (it.after().isEmpty()) {
                all.remove(it.item());
            } else {
                all.put(it.item(), entries.get(it.item()));
            }
        });
        ListNode list = new ListNode(null);
        all.values().forEach(list::add);
        return list;
    }

    /** Comes first: groups may be linked within one environment alone. */
    private void place(Snapshot snapshot) {
        of(Projects.ENVIRONMENT).stream()
                .flatMap(it -> it.after().stream())
                .map(Node::toString)
                .forEach(where -> {
                    Moving moving = new Moving(path, live.id());
                    if (where.equals(Projects.NONE)) {
                        add("take it out of its environment", moving::out);
                    } else {
                        // Asked for when it is done: a plan counts calls while the environment is still to be made.
                        add("move it to " + where, api -> moving.into(api, environment(snapshot, where)));
                    }
                });
    }

    private static String environment(Snapshot snapshot, String where) {
        return snapshot.projects().id(Projects.ENVIRONMENT, where).orElseThrow();
    }

    private void groupVariables(References references) {
        of("envVars").forEach(it -> one(it, references));
    }

    private void groups(Snapshot snapshot) {
        of("envVars").stream().filter(it -> !isVariable(it)).forEach(it -> {
            String name = it.item().substring("fromGroup ".length());
            Consumer<RenderApi> call =
                    api -> link(api, snapshot, name, it.after().isPresent());
            add((it.after().isPresent() ? "link group " : "unlink group ") + name, call);
        });
    }

    private void link(RenderApi api, Snapshot snapshot, String name, boolean links) {
        for (MapNode group : snapshot.find("envVarGroup", name)) {
            String at = "/env-groups/" + group.getText("id").orElse("") + "/services/" + live.id();
            if (links) {
                Posting.repeatable(api, at, null);
            } else {
                api.delete(at);
            }
        }
    }

    private void scale() {
        if (difference.has("scaling")) {
            Bodies.scaling(wanted)
                    .ifPresentOrElse(
                            it -> add("scale by load", api -> api.put(path + "/autoscaling", it)),
                            () -> add("scale no longer by load", api -> api.delete(path + "/autoscaling")));
        }
        of("numInstances").stream()
                .flatMap(it -> it.after().stream())
                .forEach(it -> add(
                        "scale to " + it,
                        api -> Posting.repeatable(api, path + "/scale", new MapNode(null).put("numInstances", it))));
    }

    private void disk() {
        List<Delta> changed = of("disk");
        if (changed.isEmpty()) {
            return;
        }
        if (changed.stream().anyMatch(it -> it.path().equals("disk"))) {
            add("delete its disk", api -> api.delete("/disks/" + live.diskId()));
            return;
        }
        MapNode disk = wanted.getMap("disk").map(Bodies::disk).orElseThrow();
        if (live.diskId().isEmpty()) {
            add(
                    "add a disk",
                    api -> Posting.unless(api, "/disks", disk.copy().put("serviceId", live.id()), () -> hasDisk(api)));
        } else {
            MapNode body = new MapNode(null);
            changed.forEach(it ->
                    body.put(it.path().substring("disk.".length()), it.after().orElseThrow()));
            add("change its disk", api -> api.patch("/disks/" + live.diskId(), body));
        }
    }

    private boolean hasDisk(RenderApi api) {
        return api.get(path)
                .filter(it -> !new Live(live.kind(), it).diskId().isEmpty())
                .isPresent();
    }

    /** What others added comes after what is wanted: the order of routes is their priority. */
    private void site() {
        if (difference.has("headers")) {
            ListNode all = merged(Bodies.items(wanted, "headers"), live.headers(), "headers", "path", "name");
            add("set its headers", api -> api.put(path + "/headers", only(all, "path", "name", "value")));
        }
        if (difference.has("routes")) {
            ListNode all = merged(Bodies.items(wanted, "routes"), live.routes(), "routes", "source");
            add("set its routes", api -> api.put(path + "/routes", only(all, "type", "source", "destination")));
        }
    }

    private ListNode merged(ListNode first, ListNode there, String list, String... id) {
        Map<String, Node> all = new LinkedHashMap<>();
        first.forEach(it -> all.put(id((MapNode) it, id), it));
        there.forEach(it -> {
            String name = id((MapNode) it, id);
            boolean goes = difference.deltas().stream()
                    .anyMatch(delta -> delta.isOf(list)
                            && delta.after().isEmpty()
                            && delta.item().equals(name));
            if (!goes) {
                all.putIfAbsent(name, it);
            }
        });
        ListNode merged = new ListNode(null);
        all.values().forEach(merged::add);
        return merged;
    }

    private static String id(MapNode item, String... keys) {
        List<String> parts = new ArrayList<>();
        for (String key : keys) {
            parts.add(item.getText(key).orElse(""));
        }
        return String.join(" ", parts);
    }

    private static ListNode only(ListNode items, String... keys) {
        ListNode list = new ListNode(null);
        items.forEach(it -> {
            MapNode item = new MapNode(null);
            for (String key : keys) {
                ((MapNode) it).get(key).ifPresent(value -> item.put(key, value));
            }
            list.add(item);
        });
        return list;
    }

    private void domains() {
        for (Delta domain : of("domains")) {
            String at = path + "/custom-domains";
            if (domain.after().isEmpty()) {
                add("remove domain " + domain.item(), api -> api.delete(at + "/" + domain.item()));
            } else {
                Optional.ofNullable(takes.get(domain.item()))
                        .ifPresent(it -> add(
                                "take domain " + domain.item() + " from the service that has it",
                                api -> api.delete("/services/" + it + "/custom-domains/" + domain.item())));
                add("add domain " + domain.item(), api -> addDomain(api, at, domain.item()));
            }
        }
    }

    /** The twin of a domain that was added a moment ago is there already. */
    private static void addDomain(RenderApi api, String at, String name) {
        if (api.get(at + "/" + name).isEmpty()) {
            Posting.unless(
                    api,
                    at,
                    new MapNode(null).put("name", name),
                    () -> api.get(at + "/" + name).isPresent());
        }
    }
}
