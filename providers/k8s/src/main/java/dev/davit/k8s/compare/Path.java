package dev.davit.k8s.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hold the way from an object to one of its fields. */
record Path(List<Part> parts) {
    static final Path ROOT = new Path(List.of());

    Path {
        parts = List.copyOf(parts);
    }

    static Path of(String... names) {
        Path path = ROOT;
        for (String name : names) {
            path = path.then(new Part.Name(name));
        }
        return path;
    }

    Path then(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new Path(more);
    }

    boolean startsWith(Path other) {
        return parts.size() >= other.parts.size()
                && parts.subList(0, other.parts.size()).equals(other.parts);
    }

    /** Give what an object has there. */
    Optional<Node> in(Node object) {
        Optional<Node> at = Optional.of(object);
        for (Part part : parts) {
            at = at.flatMap(node -> step(node, part));
        }
        return at;
    }

    private static Optional<Node> step(Node node, Part part) {
        if (part instanceof Part.Name name) {
            return node instanceof MapNode map ? map.get(name.name()) : Optional.empty();
        }
        if (!(node instanceof ListNode list)) {
            return Optional.empty();
        }
        if (part instanceof Part.Key key) {
            return list.items().stream().filter(it -> isItem(it, key.fields())).findFirst();
        }
        if (part instanceof Part.Value value) {
            return list.items().stream()
                    .filter(it -> Same.values(it, value.value()))
                    .findFirst();
        }
        long index = ((Part.Index) part).index();
        return index < list.size() ? Optional.of(list.get((int) index)) : Optional.empty();
    }

    static boolean isItem(Node item, MapNode keys) {
        return item instanceof MapNode map
                && keys.entries().entrySet().stream()
                        .allMatch(key -> map.get(key.getKey())
                                .filter(it -> Same.values(it, key.getValue()))
                                .isPresent());
    }

    /** Write it as the server's messages do: {@code .spec.template.spec.containers[name="web"].image}. */
    String serverText() {
        return parts.stream().map(Part::serverText).collect(Collectors.joining());
    }

    /** Write it as output does: {@code spec.template.spec.containers[web].image}. */
    @Override
    public String toString() {
        String text = parts.stream().map(Part::text).collect(Collectors.joining());
        return text.startsWith(".") ? text.substring(1) : text;
    }
}
