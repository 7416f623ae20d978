package dev.davit.render.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.render.api.RenderApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what the lists of a workspace leave out of a thing. */
public final class Reader {
    /** Name the lists of a service that take a request each, variables apart. */
    static final Set<String> LISTS = Set.of("domains", "headers", "routes");

    private final RenderApi api;
    private final Snapshot snapshot;

    /** Read what a snapshot lists. */
    public Reader(Snapshot snapshot) {
        this.api = snapshot.api();
        this.snapshot = snapshot;
    }

    /** Read all of a thing that a definition can say something of. */
    public Live read(String kind, MapNode listed) {
        return read(kind, listed, LISTS);
    }

    /** Read a thing, and of the lists that take a request each only those of these names. */
    Live read(String kind, MapNode listed, Set<String> lists) {
        String id = listed.getText("id").orElse("");
        return switch (kind) {
            case "database" -> new Live(kind, placed(api.get("/postgres/" + id).orElse(listed)));
            case "keyvalue" -> new Live(kind, placed(api.get("/key-value/" + id).orElse(listed)));
            case "envVarGroup" -> group(placed(api.get("/env-groups/" + id).orElse(listed)));
            case Projects.PROJECT, Projects.ENVIRONMENT -> new Live(kind, listed);
            default -> service(kind, id, listed, lists);
        };
    }

    /** The API gives the id of an environment, a Blueprint its name. */
    private MapNode placed(MapNode answer) {
        String where = answer.getText("environmentId").orElse("").isEmpty()
                ? Projects.NONE
                : snapshot.projects().where(answer);
        return answer.copy().put(Projects.ENVIRONMENT, where);
    }

    private Live service(String kind, String id, MapNode listed, Set<String> lists) {
        String path = "/services/" + id;
        boolean site = kind.equals("static");
        List<MapNode> domains = (site || kind.equals("web")) && lists.contains("domains")
                ? api.list(path + "/custom-domains", "customDomain")
                : List.of();
        return new Live(
                kind,
                placed(listed),
                variables(api.list(path + "/env-vars", "envVar")),
                groups(id),
                names(domains, false),
                names(domains, true),
                site && lists.contains("headers") ? list(api.list(path + "/headers", "header")) : new ListNode(null),
                site && lists.contains("routes") ? list(api.list(path + "/routes", "route")) : new ListNode(null));
    }

    /** To the name that is asked for Render adds its twin with or without {@code www}; that one says whom it redirects to. */
    private static List<String> names(List<MapNode> domains, boolean twins) {
        return domains.stream()
                .filter(it -> it.getText("redirectForName").orElse("").isEmpty() != twins)
                .map(it -> it.getText("name").orElse(""))
                .toList();
    }

    private static Live group(MapNode whole) {
        List<MapNode> variables = whole.getList("envVars").map(ListNode::items).orElse(List.of()).stream()
                .map(MapNode.class::cast)
                .toList();
        return new Live(
                "envVarGroup",
                whole,
                variables(variables),
                Set.of(),
                List.of(),
                List.of(),
                new ListNode(null),
                new ListNode(null));
    }

    private Set<String> groups(String service) {
        Set<String> names = new TreeSet<>();
        for (MapNode group : snapshot.groups()) {
            boolean linked = group.getList("serviceLinks").map(ListNode::items).orElse(List.of()).stream()
                    .anyMatch(it ->
                            it instanceof MapNode link && link.getText("id").equals(Optional.of(service)));
            if (linked) {
                names.add(group.getText("name").orElse(""));
            }
        }
        return names;
    }

    private static Map<String, String> variables(List<MapNode> entries) {
        Map<String, String> variables = new LinkedHashMap<>();
        entries.forEach(it -> variables.put(
                it.getText("key").orElse(""),
                it.get("value").map(Node::toString).orElse("")));
        return variables;
    }

    private static ListNode list(List<MapNode> items) {
        ListNode list = new ListNode(null);
        items.forEach(list::add);
        return list;
    }
}
