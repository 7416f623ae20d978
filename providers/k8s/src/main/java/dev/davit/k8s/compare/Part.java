package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.util.stream.Collectors;

/** Name one step of the way to a field, as managed fields do. */
sealed interface Part {
    /**
     * Name a field of a map. What every comparison of an object asks for is written out: a record's own comes from a method that Java
     * makes at the first call, in each process anew, and that takes as long as to compare a hundred objects.
     */
    record Name(String name) implements Part {
        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Name it && it.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** Name an item of a list by the fields that tell its items apart. */
    record Key(MapNode fields) implements Part {
        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Key it && it.fields.equals(fields);
        }

        @Override
        public int hashCode() {
            return fields.hashCode();
        }
    }

    /** Name an item of a set by itself. */
    record Value(Node value) implements Part {}

    /** Name an item of a list by its place. */
    record Index(long index) implements Part {}

    /** Write it for people, behind what came before. */
    default String text() {
        if (this instanceof Name name) {
            return name.name().matches("[A-Za-z0-9_$-]+") ? "." + name.name() : "[" + name.name() + "]";
        }
        if (this instanceof Key key) {
            return key.fields().entries().values().stream()
                    .map(Node::toString)
                    .collect(Collectors.joining("/", "[", "]"));
        }
        return this instanceof Value value ? "[" + value.value() + "]" : "[" + ((Index) this).index() + "]";
    }

    /** Write it as the server's messages do, behind what came before. */
    default String serverText() {
        if (this instanceof Name name) {
            return "." + name.name();
        }
        if (this instanceof Key key) {
            return key.fields().entries().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .map(it -> it.getKey() + "=" + quoted(it.getValue()))
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return this instanceof Value value ? "[=" + quoted(value.value()) + "]" : "[" + ((Index) this).index() + "]";
    }

    private static String quoted(Node node) {
        return node instanceof ScalarNode scalar && scalar.value() instanceof String text
                ? "\"" + text + "\""
                : node.toString();
    }
}
