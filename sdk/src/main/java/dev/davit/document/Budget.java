package dev.davit.document;

import org.snakeyaml.engine.v2.events.Event;

/** Count what a text makes of itself, so that a few bytes cannot become gigabytes. */
final class Budget {
    private final EventSource source;
    private int nodes;
    private long characters;

    Budget(EventSource source) {
        this.source = source;
    }

    /** Take one node at a depth from 0. */
    void take(Event at, Node node, int depth) {
        characters += node instanceof ScalarNode scalar && scalar.value() instanceof String text ? text.length() : 0;
        nodes++;
        if (nodes > DocumentReader.MAX_NODES || characters > DocumentReader.MAX_SIZE) {
            throw source.refused(
                    at,
                    "too much content",
                    "with aliases written out, at most " + DocumentReader.MAX_NODES + " values and "
                            + DocumentReader.MAX_SIZE + " characters are read",
                    "split the file, or use fewer aliases");
        }
        if (depth > DocumentReader.MAX_DEPTH) {
            throw source.refused(
                    at,
                    "too deep",
                    "at most " + DocumentReader.MAX_DEPTH + " levels are read",
                    "flatten the lists and maps at this place");
        }
    }
}
