package dev.davit.k8s.compare;

import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Hold a set of fields, as {@code fieldsV1} of an object's managed fields does.
 *
 * <p>In its JSON {@code f:name} is a field, <code>k:{...}</code> an item of a list by its keys, {@code v:...} an item of a set,
 * {@code i:0} an item by its place, and {@code .} says that what holds them is itself a member.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/">ManagedFieldsEntry</a>
 */
final class FieldSet {
    static final FieldSet EMPTY = new FieldSet(false, Map.of());

    private final boolean member;
    private final Map<Part, FieldSet> children;

    private FieldSet(boolean member, Map<Part, FieldSet> children) {
        this.member = member;
        this.children = children;
    }

    static FieldSet read(MapNode fieldsV1) {
        return read(fieldsV1, false);
    }

    private static FieldSet read(MapNode fields, boolean child) {
        Map<Part, FieldSet> children = new LinkedHashMap<>();
        fields.entries().forEach((key, below) -> {
            if (!key.equals(".") && below instanceof MapNode map) {
                part(key).ifPresent(part -> children.put(part, read(map, true)));
            }
        });
        boolean member = fields.has(".") || child && fields.isEmpty();
        return new FieldSet(member, children);
    }

    private static Optional<Part> part(String key) {
        if (key.length() < 2 || key.charAt(1) != ':') {
            return Optional.empty();
        }
        String rest = key.substring(2);
        return switch (key.charAt(0)) {
            case 'f' -> Optional.of(new Part.Name(rest));
            case 'k' -> json(rest) instanceof MapNode map ? Optional.of(new Part.Key(map)) : Optional.empty();
            case 'v' -> Optional.of(new Part.Value(json(rest)));
            case 'i' -> Optional.of(new Part.Index(Long.parseLong(rest)));
            default -> Optional.empty();
        };
    }

    private static Node json(String text) {
        return Json.read("managedFields", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Write it as it is read. */
    MapNode write() {
        MapNode fields = new MapNode(null);
        if (member && !children.isEmpty()) {
            fields.map(".", null);
        }
        children.forEach((part, child) -> fields.put(written(part), child.write()));
        return fields;
    }

    static String written(Part part) {
        if (part instanceof Part.Name name) {
            return "f:" + name.name();
        }
        if (part instanceof Part.Key key) {
            return "k:" + Json.compact(key.fields());
        }
        return part instanceof Part.Value value
                ? "v:" + Json.compact(value.value())
                : "i:" + ((Part.Index) part).index();
    }

    boolean isEmpty() {
        return !member && children.isEmpty();
    }

    boolean isMember() {
        return member;
    }

    boolean isLeaf() {
        return children.isEmpty();
    }

    Map<Part, FieldSet> children() {
        return Collections.unmodifiableMap(children);
    }

    /** Give what is below a part; nothing where the part is not there. */
    FieldSet below(Part part) {
        return children.getOrDefault(part, EMPTY);
    }

    /** Give what is at a path; nothing where the path is not there. */
    FieldSet at(Path path) {
        FieldSet at = this;
        for (Part part : path.parts()) {
            at = at.below(part);
        }
        return at;
    }

    /** Say whether a field itself is a member. */
    boolean contains(Path path) {
        return at(path).member;
    }

    /** Say whether a field, something below it, or the undivided value that it is a part of is a member. */
    boolean touches(Path path) {
        FieldSet at = this;
        for (Part part : path.parts()) {
            if (at.member && at.isLeaf()) {
                return true;
            }
            at = at.below(part);
        }
        return !at.isEmpty();
    }

    FieldSet union(FieldSet other) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        Map<Part, FieldSet> all = new LinkedHashMap<>(children);
        other.children.forEach((part, child) -> all.merge(part, child, FieldSet::union));
        return new FieldSet(member || other.member, all);
    }

    /** Give what is here and not in another set. */
    FieldSet minus(FieldSet other) {
        Map<Part, FieldSet> rest = new LinkedHashMap<>();
        children.forEach((part, child) -> {
            FieldSet left = child.minus(other.below(part));
            if (!left.isEmpty()) {
                rest.put(part, left);
            }
        });
        return new FieldSet(member && !other.member, rest);
    }

    /** Give the paths of all members. */
    List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        collect(Path.ROOT, paths);
        return paths;
    }

    private void collect(Path here, List<Path> paths) {
        if (member) {
            paths.add(here);
        }
        children.forEach((part, child) -> child.collect(here.then(part), paths));
    }

    /** Give the fields that tell the items of the list here apart; empty if it has no such fields. */
    List<String> keys() {
        return children.keySet().stream()
                .filter(Part.Key.class::isInstance)
                .findFirst()
                .map(it -> List.copyOf(
                        new TreeSet<>(((Part.Key) it).fields().entries().keySet())))
                .orElse(List.of());
    }

    /** Say whether what is here is a set of single values. */
    boolean isSet() {
        return children.keySet().stream().anyMatch(Part.Value.class::isInstance);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldSet set && set.member == member && set.children.equals(children);
    }

    @Override
    public int hashCode() {
        return children.hashCode() * 2 + (member ? 1 : 0);
    }

    @Override
    public String toString() {
        return Json.compact(write());
    }
}
