package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Says what a Blueprint in today's words means to a sync: one line per value. Order counts only where Render looks at it, and a
 * value that Render takes anyway counts as not said.
 *
 * <p>Source: https://render.com/docs/blueprint-spec, and Render's schema of 2026-10-02 for the defaults.
 */
final class Meaning {
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("region", "oregon"),
            Map.entry("autoDeployTrigger", "commit"),
            Map.entry("numInstances", "1"),
            Map.entry("maxShutdownDelaySeconds", "30"),
            Map.entry("dockerfilePath", "Dockerfile"),
            Map.entry("dockerContext", "."),
            Map.entry("baseDir", "."),
            Map.entry("disk/sizeGB", "10"),
            Map.entry("maxmemoryPolicy", "allkeys-lru"),
            Map.entry("storageAutoscalingEnabled", "false"),
            Map.entry("connectionPool", "none"),
            Map.entry("highAvailability/enabled", "false"),
            Map.entry("maintenanceMode/enabled", "false"),
            Map.entry("renderSubdomainPolicy", "enabled"),
            Map.entry("previews/generation", "off"),
            Map.entry("networking/isolation", "disabled"),
            Map.entry("permissions/protection", "disabled"));

    /** Lists that a sync adds to, or where an empty one says as much as none. */
    private static final Set<String> EMPTY_IS_NONE = Set.of(
            "services",
            "databases",
            "envVarGroups",
            "envVars",
            "domains",
            "headers",
            "routes",
            "buildFilter/paths",
            "buildFilter/ignoredPaths");

    /** Stands for a resource or an entry, which is no value itself. */
    static final String THERE = "there";

    private final SortedMap<String, String> values = new TreeMap<>();

    private Meaning() {}

    /** Gives all values by path, such as {@code service web/envVars/PORT/value}. */
    static SortedMap<String, String> of(MapNode root) {
        Meaning meaning = new Meaning();
        for (Places place : Places.of(root)) {
            meaning.resources(place, "services", "service ");
            meaning.resources(place, "databases", "database ");
            meaning.resources(place, "envVarGroups", "envVarGroup ");
            meaning.resources(place, "buildSources", "buildSource ");
            if (place.environment().isPresent()) {
                meaning.own(place.node(), "environment " + place.name());
                meaning.values.put("environment " + place.name(), THERE);
            }
        }
        for (MapNode project : Places.maps(root, "projects")) {
            String name = project.getText("name").orElse("");
            meaning.values.put("project " + name, THERE);
            meaning.resources(
                    new Places(name, project, Optional.empty(), Optional.empty()), "buildSources", "buildSource ");
        }
        meaning.root(root);
        return meaning.values;
    }

    /** Says whether a field of a resource, such as {@code disk/sizeGB}, has the value that Render takes anyway. */
    static boolean isUsual(String field, Node node) {
        return node instanceof ScalarNode scalar
                && scalar.value() != null
                && normal(field, scalar).equals(DEFAULTS.get(field));
    }

    private void resources(Places place, String list, String kind) {
        for (MapNode item : place.items(list)) {
            String path = unique(kind + item.getText("name").orElse(""));
            values.put(path, THERE);
            if (!place.name().equals("root")) {
                values.put(path + "/@place", place.name());
            }
            fields(item, path, "", false);
        }
    }

    private void own(MapNode map, String path) {
        MapNode own = new MapNode(null);
        map.entries().forEach((key, node) -> {
            if (!Set.of("services", "databases", "envVarGroups", "buildSources", "name")
                    .contains(key)) {
                own.put(key, node);
            }
        });
        fields(own, path, "", true);
    }

    private void root(MapNode root) {
        MapNode own = new MapNode(null);
        root.entries().forEach((key, node) -> {
            if (!Set.of("services", "databases", "envVarGroups", "buildSources", "projects", "ungrouped")
                    .contains(key)) {
                own.put(key, node);
            }
        });
        fields(own, "blueprint", "", true);
    }

    private void fields(MapNode map, String path, String field, boolean keepName) {
        map.entries().forEach((key, node) -> {
            if (!key.equals("name") || keepName || !field.isEmpty()) {
                add(node, path + "/" + key, field.isEmpty() ? key : field + "/" + key);
            }
        });
    }

    private void add(Node node, String path, String whole) {
        // What a build source builds has the fields of a service.
        String field = whole.startsWith("git/") ? whole.substring("git/".length()) : whole;
        if (node instanceof MapNode map) {
            fields(map, path, field, true);
        } else if (node instanceof ListNode list) {
            list(list, path, field);
        } else {
            String value = normal(field, (ScalarNode) node);
            if (!value.equals(DEFAULTS.get(field)) || field.isEmpty()) {
                values.put(path, value);
            }
        }
    }

    private void list(ListNode list, String path, String field) {
        if (list.size() == 0 && !EMPTY_IS_NONE.contains(field)) {
            values.put(path, "[]");
        }
        int index = 0;
        for (Node item : list) {
            String place = unique(path + "/" + identity(item, field, index++));
            values.put(place, THERE);
            if (item instanceof MapNode map) {
                fields(map, place, field + "[]", true);
            } else if (item instanceof ListNode below) {
                list(below, place, field + "[]");
            }
        }
    }

    private String unique(String path) {
        String free = path;
        for (int number = 2; values.containsKey(free); number++) {
            free = path + "#" + number;
        }
        return free;
    }

    private static String identity(Node item, String field, int index) {
        if (item instanceof MapNode map) {
            return switch (field) {
                case "envVars" ->
                    map.has("fromGroup") && !map.has("key") ? "fromGroup " + text(map, "fromGroup") : text(map, "key");
                case "ipAllowList" -> text(map, "source");
                case "headers" -> text(map, "path") + " " + text(map, "name");
                case "readReplicas" -> text(map, "name");
                default -> String.valueOf(index);
            };
        }
        boolean set = Set.of("domains", "buildFilter/paths", "buildFilter/ignoredPaths", "ipAllowList")
                .contains(field);
        String text = item instanceof ScalarNode scalar ? scalar.written() : "";
        return set ? text : index + " " + text;
    }

    private static String text(MapNode map, String key) {
        return map.get(key)
                .filter(ScalarNode.class::isInstance)
                .map(it -> ((ScalarNode) it).written())
                .orElse("");
    }

    private static String normal(String field, ScalarNode scalar) {
        if (scalar.value() == null) {
            return "(nothing)";
        }
        String text = scalar.written();
        return switch (field) {
            case "dockerfilePath" -> text.replaceFirst("^\\./", "");
            case "dockerContext", "baseDir" -> text.isEmpty() || text.equals("./") ? "." : text;
            default -> text;
        };
    }
}
