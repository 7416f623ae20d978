package dev.davit.render.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.model.DesiredObject;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Say of each object of a Blueprint where it is to be. Its lists say that, and the objects do not: so each gets a field
 * {@code environment}, and each project and environment becomes an object of its own. What is in the lists of the root stays in the
 * environment where it is and gets none; source: https://render.com/docs/blueprint-spec, {@code projects}.
 */
public final class Placed {
    /** The lists of things in a Blueprint, in its root, in an environment and in what is in none. */
    private static final List<String> LISTS = List.of("services", "databases", "envVarGroups");

    private final Map<MapNode, String> where = new IdentityHashMap<>();
    private final List<DesiredObject> holders = new ArrayList<>();

    private Placed() {}

    /**
     * Give the objects with their places, projects and environments first.
     *
     * @param blueprint the lists; their items are the trees of the objects
     */
    public static List<DesiredObject> of(MapNode blueprint, List<DesiredObject> objects) {
        Placed placed = new Placed();
        blueprint.getMap("ungrouped").ifPresent(it -> placed.put(it, Projects.NONE));
        items(blueprint, "projects").forEach(placed::project);
        List<DesiredObject> all = new ArrayList<>(placed.holders);
        objects.forEach(it -> all.add(placed.with(it)));
        return all;
    }

    private void put(MapNode lists, String place) {
        LISTS.forEach(list -> items(lists, list).forEach(it -> where.put(it, place)));
    }

    /** A project without environments holds at most build sources, which the API cannot make. */
    private void project(MapNode project) {
        String name = text(project, "name");
        List<MapNode> environments = items(project, "environments");
        if (environments.isEmpty()) {
            return;
        }
        MapNode whole = new MapNode(project.origin().orElse(null)).put("name", name);
        ListNode list = whole.list("environments", null);
        holders.add(new DesiredObject(Projects.PROJECT, name, Optional.empty(), whole));
        for (MapNode environment : environments) {
            String full = Projects.name(name, text(environment, "name"));
            MapNode settings = settings(environment);
            list.add(settings);
            holders.add(new DesiredObject(
                    Projects.ENVIRONMENT,
                    full,
                    Optional.empty(),
                    settings.copy().put("project", name)));
            put(environment, full);
        }
    }

    private static MapNode settings(MapNode environment) {
        MapNode settings = new MapNode(environment.origin().orElse(null));
        environment.entries().forEach((key, value) -> {
            if (!LISTS.contains(key)) {
                settings.put(key, value);
            }
        });
        return settings;
    }

    private DesiredObject with(DesiredObject object) {
        return Optional.ofNullable(where.get(object.tree()))
                .map(it -> new DesiredObject(
                        object.kind(),
                        object.name(),
                        object.resource(),
                        object.tree().copy().put(Projects.ENVIRONMENT, it)))
                .orElse(object);
    }

    private static List<MapNode> items(MapNode map, String list) {
        return map.getList(list).map(ListNode::items).orElse(List.of()).stream()
                .filter(it -> it instanceof MapNode)
                .map((Node it) -> (MapNode) it)
                .toList();
    }

    private static String text(MapNode map, String key) {
        return map.getText(key).orElse("");
    }
}
