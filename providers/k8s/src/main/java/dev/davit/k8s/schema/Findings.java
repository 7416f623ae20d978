package dev.davit.k8s.schema;

import dev.davit.schema.Violation;
import java.util.ArrayList;
import java.util.List;

/** Collect violations in the order in which they are met. */
final class Findings {
    private final List<Violation> violations = new ArrayList<>();

    void add(Place place, String message) {
        violations.add(new Violation(place.pointer(), message, place.origin()));
    }

    List<Violation> inOrder() {
        return List.copyOf(violations);
    }
}
