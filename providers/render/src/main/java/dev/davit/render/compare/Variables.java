package dev.davit.render.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.plan.Foreign;
import dev.davit.plan.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares environment variables. A Blueprint adds variables and takes none away (https://render.com/docs/blueprint-spec), so one that
 * the definition never had stays. What is live may be secret and is masked, unless it is what the definition itself said last.
 */
final class Variables {
    private static final ScalarNode GENERATED = ScalarNode.of("(made by Render)", null);
    private static final ScalarNode LINKED = ScalarNode.of("linked", null);

    private final Map<String, MapNode> wanted = new LinkedHashMap<>();
    private final Set<String> groups = new TreeSet<>();
    private final Reach reach;

    private Variables(MapNode tree, Reach reach) {
        this.reach = reach;
        for (Node item : tree.getList("envVars").map(ListNode::items).orElse(List.of())) {
            MapNode entry = (MapNode) item;
            entry.getText("fromGroup").ifPresent(groups::add);
            entry.getText("key").ifPresent(it -> wanted.put(it, entry));
        }
    }

    /** Takes those that a thing is to have. */
    static Variables of(String kind, MapNode tree) {
        return new Variables(tree, kind.equals("envVarGroup") || kind.equals("cron") ? Reach.NOTHING : Reach.DEPLOY);
    }

    Set<String> groups() {
        return groups;
    }

    /** Finds what a thing says of one. */
    static Optional<MapNode> entry(MapNode tree, String key) {
        return Optional.ofNullable(new Variables(tree, Reach.NOTHING).wanted.get(key));
    }

    /** Names them as paths do, those that a person fills in left out: they are nobody's but that person's. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        wanted.forEach((key, entry) -> {
            if (!isAsked(entry)) {
                paths.add(path(key));
            }
        });
        groups.forEach(it -> paths.add(groupPath(it)));
        return paths;
    }

    static String path(String key) {
        return "envVars[" + key + "]";
    }

    static String groupPath(String group) {
        return "envVars[fromGroup " + group + "]";
    }

    /** Gives what differs. */
    List<Delta> differences(Live live, Set<String> dropped, References references, Mask mask, Variables last) {
        List<Delta> deltas = new ArrayList<>();
        wanted.forEach((key, entry) ->
                difference(key, entry, live, references, mask, last).ifPresent(deltas::add));
        live.variables().keySet().stream()
                .sorted()
                .filter(it -> dropped.contains(path(it)) && !wanted.containsKey(it))
                .forEach(it -> deltas.add(
                        new Delta(path(it), Optional.of(shown(it, live, mask, last)), Optional.empty(), reach)));
        groups.stream()
                .filter(it -> !live.groups().contains(it))
                .forEach(it -> deltas.add(new Delta(groupPath(it), Optional.empty(), Optional.of(LINKED), reach)));
        live.groups().stream()
                .sorted()
                .filter(it -> dropped.contains(groupPath(it)) && !groups.contains(it))
                .forEach(it -> deltas.add(new Delta(groupPath(it), Optional.of(LINKED), Optional.empty(), reach)));
        return deltas;
    }

    private Optional<Delta> difference(
            String key, MapNode entry, Live live, References references, Mask mask, Variables last) {
        Optional<String> there = Optional.ofNullable(live.variables().get(key));
        if (isAsked(entry) || isGenerated(entry) && there.isPresent()) {
            return Optional.empty();
        }
        if (isGenerated(entry)) {
            return Optional.of(new Delta(path(key), Optional.empty(), Optional.of(GENERATED), reach));
        }
        Optional<MapNode> reference = References.of(entry);
        if (reference.isPresent() && references.isOpen(entry)) {
            return Optional.empty();
        }
        Optional<String> value = reference.isPresent()
                ? references.value(entry)
                : entry.get("value").map(Node::toString);
        if (there.isPresent() && there.equals(value)) {
            return Optional.empty();
        }
        Node after = reference.isPresent()
                ? ScalarNode.of(References.words(entry), null)
                : ScalarNode.of(value.orElse(""), null);
        return Optional.of(
                new Delta(path(key), there.map(it -> shown(key, live, mask, last)), Optional.of(after), reach));
    }

    private static Node shown(String key, Live live, Mask mask, Variables last) {
        String value = live.variables().get(key);
        boolean said = Optional.ofNullable(last.wanted.get(key))
                .flatMap(it -> it.get("value"))
                .filter(it -> it.toString().equals(value))
                .isPresent();
        return said ? ScalarNode.of(value, null) : mask.of(value);
    }

    /** Gives those that others set. */
    List<Foreign> foreign(Live live, Set<String> dropped, Mask mask) {
        List<Foreign> others = new ArrayList<>();
        new TreeMap<>(live.variables()).forEach((key, value) -> {
            if (!wanted.containsKey(key) && !dropped.contains(path(key))) {
                others.add(new Foreign(path(key), mask.of(value), Difference.OTHERS, Optional.empty()));
            }
        });
        live.groups().stream()
                .sorted()
                .filter(it -> !groups.contains(it) && !dropped.contains(groupPath(it)))
                .forEach(it -> others.add(new Foreign(groupPath(it), LINKED, Difference.OTHERS, Optional.empty())));
        return others;
    }

    /** Gives the keys that wait for a person to fill them in. */
    List<String> unset(Live live) {
        return wanted.entrySet().stream()
                .filter(it -> isAsked(it.getValue()) && !live.variables().containsKey(it.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Gives the entries of a request; what cannot be resolved yet is an error of the order in which things are made. */
    Map<String, MapNode> entries(References references) {
        Map<String, MapNode> entries = new LinkedHashMap<>();
        wanted.forEach((key, entry) -> {
            MapNode asked = new MapNode(null).put("key", key);
            if (isGenerated(entry)) {
                entries.put(key, asked.put("generateValue", true));
            } else if (References.of(entry).isPresent()) {
                references.value(entry).ifPresent(it -> entries.put(key, asked.put("value", it)));
            } else if (!isAsked(entry)) {
                entries.put(
                        key,
                        asked.put(
                                "value", entry.get("value").map(Node::toString).orElse("")));
            }
        });
        return entries;
    }

    /** Gives the references to what is neither there nor among what is to come. */
    List<String> nowhere(References references, Set<ObjectKey> coming) {
        return wanted.values().stream()
                .filter(it -> References.of(it).isPresent()
                        && !coming.contains(References.target(it))
                        && !references.isOpen(it)
                        && references.value(it).isEmpty())
                .map(it -> it.getText("key").orElse("") + ", " + References.words(it) + ",")
                .toList();
    }

    /** What has a key alone waits for a value as well. */
    static boolean isAsked(MapNode entry) {
        return !entry.has("value")
                && !entry.has("generateValue")
                && References.of(entry).isEmpty();
    }

    private static boolean isGenerated(MapNode entry) {
        return entry.has("generateValue");
    }
}
