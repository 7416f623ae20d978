package dev.davit.render.importing;

import dev.davit.document.MapNode;
import dev.davit.document.ScalarNode;
import dev.davit.render.importing.Item.Kind;
import dev.davit.render.importing.Secrets.Ids;
import dev.davit.source.JavaName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists the resources of a Blueprint and finds them by name. */
final class Inventory {
    private final List<Item> items = new ArrayList<>();
    private final List<Places> places;
    private final List<Map.Entry<Places, MapNode>> workflows = new ArrayList<>();
    private final Map<String, Item> services = new HashMap<>();
    private final Map<String, Item> databases = new HashMap<>();
    private final Map<String, Item> groups = new HashMap<>();
    private final Map<String, Integer> paths = new HashMap<>();
    private final Map<String, Item> byPath = new HashMap<>();

    Inventory(MapNode root, Map<String, Map<String, String>> refused) {
        places = Places.of(root);
        for (Places place : places) {
            place.items("envVarGroups").forEach(it -> add(Kind.GROUP, "envVarGroup ", it, place, refused, groups));
            place.items("databases").forEach(it -> add(Kind.DATABASE, "database ", it, place, refused, databases));
            for (MapNode service : place.items("services")) {
                if (service.getText("type").filter("workflow"::equals).isPresent()) {
                    workflows.add(Map.entry(place, service));
                } else {
                    add(kind(service), "service ", service, place, refused, services);
                }
            }
        }
    }

    private static Kind kind(MapNode service) {
        return switch (service.getText("type").orElse("")) {
            case "web" -> service.getText("runtime").filter("static"::equals).isPresent() ? Kind.SITE : Kind.WEB;
            case "worker" -> Kind.WORKER;
            case "cron" -> Kind.CRON;
            case "keyvalue" ->
                service.getText("maxmemoryPolicy").filter("noeviction"::equals).isPresent() ? Kind.QUEUE : Kind.CACHE;
            default -> Kind.PRIVATE;
        };
    }

    private void add(
            Kind kind,
            String prefix,
            MapNode node,
            Places place,
            Map<String, Map<String, String>> refused,
            Map<String, Item> byName) {
        String name = node.get("name")
                .filter(ScalarNode.class::isInstance)
                .map(it -> ((ScalarNode) it).written())
                .orElse("");
        int number = paths.merge(prefix + name, 1, Integer::sum);
        String path = prefix + name + (number == 1 ? "" : "#" + number);
        Item item = new Item(kind, name, path, place, node, refused.getOrDefault(path, Map.of()));
        items.add(item);
        byPath.put(path, item);
        byName.putIfAbsent(name, item);
    }

    /** Gives each an id that is free and a variable; only groups are in nobody's way. */
    void name(JavaName names) {
        Set<String> taken = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (Item item : items) {
            String wish = Ids.valid(item.name()) ? item.name() : Ids.of(item.name());
            Set<String> others = item.kind() == Kind.GROUP ? groups : taken;
            String suffix = item.kind() == Kind.DATABASE ? "-db" : "-";
            String id = wish;
            for (int number = 2; !others.add(id); number++) {
                id = Ids.of(wish, suffix + (suffix.equals("-db") && number == 2 ? "" : number));
            }
            item.named(id, names.variable(id));
        }
    }

    List<Item> items() {
        return items;
    }

    List<Places> places() {
        return places;
    }

    List<Map.Entry<Places, MapNode>> workflows() {
        return workflows;
    }

    /** Finds a resource by its path, as {@link Meaning} has it. */
    Optional<Item> item(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    Optional<Item> service(String name) {
        return Optional.ofNullable(services.get(name));
    }

    /** Finds the service that a reference means: it names the type, too. */
    Optional<Item> service(String name, String type) {
        return service(name).filter(it -> it.fields().peek("type").orElse("").equals(type));
    }

    Optional<Item> database(String name) {
        return Optional.ofNullable(databases.get(name));
    }

    Optional<Item> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }
}
