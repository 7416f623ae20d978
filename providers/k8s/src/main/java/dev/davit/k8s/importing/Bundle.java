package dev.davit.k8s.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.ScalarNode;
import dev.davit.importing.Decision;
import dev.davit.importing.ImportException;
import dev.davit.k8s.cluster.Kind;
import dev.davit.k8s.compare.Noise;
import dev.davit.k8s.ownership.Home;
import dev.davit.plan.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Holds the objects that are to be imported, each once, without what a server wrote into them.
 *
 * @param name what they were read from, as messages name it
 * @param home the namespace of the stack
 * @param context the context of the kubeconfig, if they were read live in one that was named
 * @param items the objects, in order
 * @param decisions what could not be taken over as it stands
 */
record Bundle(String name, String home, Optional<String> context, List<Item> items, List<Decision> decisions) {
    private static final String DEFAULT = "default";
    private static final int MOST_VALUES = 20_000;

    /**
     * Sorts out what was read.
     *
     * @param scope the namespace of the stack; empty for that which the objects name
     * @param namespaced says which objects are in namespaces
     */
    static Bundle of(
            String name,
            Optional<String> scope,
            Optional<String> context,
            List<Found> found,
            List<Decision> before,
            Predicate<MapNode> namespaced) {
        List<Decision> decisions = new ArrayList<>(before);
        String home = scope.orElseGet(() -> home(found, namespaced));
        Map<ObjectKey, Item> items = new LinkedHashMap<>();
        for (Found it : found) {
            item(it, home, namespaced, decisions).ifPresent(item -> {
                Item first = items.remove(item.key());
                if (first != null) {
                    decisions.add(first.decision(
                            Decision.Kind.LEFT_OUT,
                            first.tree(),
                            "",
                            item.path() + " is there twice",
                            "the second counts, as with kubectl apply"));
                }
                items.put(item.key(), item);
            });
        }
        return new Bundle(name, home, context, List.copyOf(items.values()), decisions);
    }

    /** Takes what all name; an object that names none is put where kubectl puts it by default. */
    private static String home(List<Found> found, Predicate<MapNode> namespaced) {
        List<String> named = found.stream()
                .map(Found::tree)
                .filter(namespaced)
                .map(it -> it.getMap("metadata")
                        .flatMap(metadata -> metadata.getText("namespace"))
                        .orElse(""))
                .toList();
        return named.contains("") ? DEFAULT : Home.mostly(named.stream()).orElse(DEFAULT);
    }

    private static Optional<Item> item(
            Found found, String home, Predicate<MapNode> isNamespaced, List<Decision> decisions) {
        MapNode tree =
                withoutServerTimes(Noise.without(found.tree()), found.tree().origin());
        MapNode metadata = tree.getMap("metadata").orElse(new MapNode(null));
        String kind = Scopes.text(tree, "kind");
        Optional<String> name = metadata.getText("name").filter(it -> !it.isBlank());
        if (name.isEmpty()) {
            decisions.add(new Decision(
                    Decision.Kind.LEFT_OUT,
                    found.file(),
                    Item.line(found.tree()),
                    1,
                    kind,
                    "a " + kind + " without a name is left out",
                    metadata.has("generateName")
                            ? "the server would name it anew at each apply: give it a name"
                            : "each object has a name, which is text"));
            return Optional.empty();
        }
        boolean namespaced = isNamespaced.test(tree);
        String namespace = namespaced ? metadata.getText("namespace").orElse(home) : "";
        ObjectKey key = new ObjectKey(Kind.key(tree), namespace, name.get());
        return Optional.of(new Item(key, tree, namespaced, Scopes.SCHEMA.knows(tree), found.file(), found.remarks()));
    }

    /** Tools that write objects of Go write a time of null into each metadata. */
    private static MapNode withoutServerTimes(MapNode map, Optional<Origin> origin) {
        MapNode copy = new MapNode(origin.orElse(null));
        map.entries().forEach((key, value) -> {
            boolean none =
                    key.equals("creationTimestamp") && value instanceof ScalarNode scalar && scalar.value() == null;
            if (!none) {
                copy.put(key, value instanceof MapNode below ? withoutServerTimes(below, below.origin()) : value);
            }
        });
        return copy;
    }

    /** Finds an object of a kind by its name, in the namespace of the stack or in none. */
    Optional<Item> find(String kind, String name) {
        return items.stream()
                .filter(it -> it.key().kind().equals(kind) && it.key().name().equals(name))
                .filter(it -> it.key().scope().isEmpty() || it.key().scope().equals(home))
                .findFirst();
    }

    /** Gives the class's name that the objects suggest; empty where they suggest none. */
    Optional<String> suggestedName() {
        Map<String, Integer> parts = new HashMap<>();
        for (Item item : items) {
            item.tree()
                    .getMap("metadata")
                    .flatMap(it -> it.getMap("labels"))
                    .flatMap(it -> it.getText("app.kubernetes.io/part-of"))
                    .ifPresent(it -> parts.merge(it, 1, Integer::sum));
        }
        return parts.size() == 1
                ? Optional.of(parts.keySet().iterator().next())
                : Optional.of(home).filter(it -> !it.equals(DEFAULT));
    }

    /** Names an object as {@link Item#path} does. */
    String path(MapNode object) {
        MapNode metadata = object.getMap("metadata").orElse(new MapNode(null));
        ObjectKey key = new ObjectKey(
                Kind.key(object), metadata.getText("namespace").orElse(""), Scopes.text(metadata, "name"));
        return Item.path(key);
    }

    /** Gives the same with other items. */
    Bundle with(List<Item> changed) {
        return new Bundle(name, home, context, changed, decisions);
    }

    /** Counts the values of the objects. */
    int values() {
        return items.stream().mapToInt(it -> values(it.tree())).sum();
    }

    static int values(Node node) {
        if (node instanceof MapNode map && !map.isEmpty()) {
            return map.entries().values().stream().mapToInt(Bundle::values).sum();
        }
        if (node instanceof ListNode list && list.size() > 0) {
            return list.items().stream().mapToInt(Bundle::values).sum();
        }
        return 1;
    }

    /**
     * Refuses what no definition holds.
     *
     * @throws ImportException if there are far more values than a class has room for
     */
    void requireFit() {
        if (values() > MOST_VALUES) {
            throw tooLarge(name, values());
        }
    }

    static ImportException tooLarge(String name, int values) {
        return new ImportException(
                "this is too large for one definition",
                name,
                "it has " + values + " values, and a class of Java has room for about " + MOST_VALUES,
                "import it part by part, for example a folder or a --selector at a time");
    }
}
