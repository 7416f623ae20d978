package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Pointer;
import dev.davit.document.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes the fields of one map, one after the other, and knows in the end which nobody took: nothing is passed over. */
final class Cursor {
    /**
     * Names a field that no typed call says.
     *
     * @param pointer where it is in its resource
     * @param node its value
     * @param why why no typed call says it; empty for no such call
     */
    record Leftover(String pointer, Node node, String why) {}

    private final MapNode map;
    private final String pointer;
    private final Map<String, String> refused;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Cursor> below = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();

    /** Takes from a map; what is refused was tried, and the text says why it did not do. */
    Cursor(MapNode map, String pointer, Map<String, String> refused) {
        this.map = map;
        this.pointer = pointer;
        this.refused = refused;
    }

    String pointer() {
        return pointer;
    }

    String pointer(String key) {
        return pointer + "/" + Pointer.escape(key);
    }

    MapNode map() {
        return map;
    }

    private Optional<Node> open(String key) {
        return taken.contains(key) || refused.containsKey(pointer(key)) ? Optional.empty() : map.get(key);
    }

    /** Gives what was tried and refused, with the reason. */
    Map<String, String> refused() {
        return refused;
    }

    boolean isRefused(String place) {
        return refused.containsKey(place);
    }

    Optional<String> reason(String place) {
        return Optional.ofNullable(refused.get(place));
    }

    /** Looks at a text without taking it. */
    Optional<String> peek(String key) {
        return map.get(key).flatMap(Cursor::written);
    }

    boolean has(String key) {
        return open(key).isPresent();
    }

    private static Optional<String> written(Node node) {
        return node instanceof ScalarNode scalar && scalar.value() != null
                ? Optional.of(scalar.written())
                : Optional.empty();
    }

    /** Says whether a field is there with a value. */
    boolean is(String key, boolean value) {
        return open(key)
                .filter(it -> it instanceof ScalarNode scalar
                        && Boolean.valueOf(value).equals(scalar.value()))
                .isPresent();
    }

    /** Takes a value as text. */
    Optional<String> text(String key) {
        return as(key, Function.identity());
    }

    /** Takes a value that a type of ours takes. */
    <T> Optional<T> as(String key, Function<String, T> type) {
        Optional<String> text = open(key).flatMap(Cursor::written);
        try {
            Optional<T> typed = text.map(type);
            typed.ifPresent(it -> taken.add(key));
            return typed;
        } catch (IllegalArgumentException e) {
            reasons.put(key, "no typed call takes this value");
            return Optional.empty();
        }
    }

    Optional<Integer> number(String key) {
        return as(key, Integer::valueOf);
    }

    Optional<Boolean> flag(String key) {
        return as(key, it -> switch (it) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(it);
        });
    }

    Optional<ListNode> list(String key) {
        Optional<ListNode> list = open(key).filter(ListNode.class::isInstance).map(ListNode.class::cast);
        list.ifPresent(it -> taken.add(key));
        return list;
    }

    /** Goes into a map; what nobody takes there is left over here. */
    Optional<Cursor> into(String key) {
        if (below.containsKey(key)) {
            return Optional.of(below.get(key));
        }
        Optional<Cursor> cursor = open(key)
                .filter(MapNode.class::isInstance)
                .filter(it -> !((MapNode) it).isEmpty())
                .map(it -> new Cursor((MapNode) it, pointer(key), refused));
        cursor.ifPresent(it -> {
            taken.add(key);
            below.put(key, it);
        });
        return cursor;
    }

    void take(String key) {
        taken.add(key);
    }

    /** Gives a field back that was taken. */
    void giveBack(String key, String why) {
        taken.remove(key);
        below.remove(key);
        reasons.put(key, why);
    }

    /** Gives all that nobody took, in order. */
    List<Leftover> leftovers() {
        List<Leftover> left = new ArrayList<>();
        map.entries().forEach((key, node) -> {
            if (below.containsKey(key)) {
                left.addAll(below.get(key).leftovers());
            } else if (!taken.contains(key)) {
                String why = refused.getOrDefault(pointer(key), reasons.getOrDefault(key, ""));
                left.add(new Leftover(pointer(key), node, why));
            }
        });
        return left;
    }
}
