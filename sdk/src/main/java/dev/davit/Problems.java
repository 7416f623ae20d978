package dev.davit;

import dev.davit.document.Origin;
import dev.davit.model.Problem;
import dev.davit.model.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with a definition, so that one run reports all of it. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(String id, ResourceKey resource, String what, String why, String fix, Origin... origins) {
        found.add(new Problem(id, Optional.ofNullable(resource), what, why, fix, List.of(origins)));
    }

    List<Problem> found() {
        return found;
    }
}
