package dev.davit.target;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Say which lines are wanted.
 *
 * @param stack the stack
 * @param stage its stage
 * @param resources the names of resources; none for all
 * @param since how far back the first lines may be
 * @param tail how many lines at most, all resources together: the last ones; empty for all
 */
public record LogQuery(String stack, String stage, Set<String> resources, Duration since, OptionalInt tail) {
    public LogQuery {
        Objects.requireNonNull(stack, "stack");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(tail, "tail");
        resources = Set.copyOf(resources);
        if (since.isNegative() || since.isZero()) {
            throw new IllegalArgumentException("logs are looked back at, not " + since);
        }
        if (tail.isPresent() && tail.getAsInt() < 1) {
            throw new IllegalArgumentException("the last lines are 1 or more, not " + tail.getAsInt());
        }
    }

    /** Say whether lines of a resource are wanted. */
    public boolean wants(String resource) {
        return resources.isEmpty() || resources.contains(resource);
    }
}
