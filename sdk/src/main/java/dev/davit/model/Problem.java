package dev.davit.model;

import dev.davit.document.Origin;
import java.util.List;
import java.util.Optional;

/**
 * Report what is wrong with the definition itself, before any rule runs.
 *
 * @param id the finding's id: {@code DEF001}
 * @param resource the resource, if one is at fault
 * @param what what is wrong
 * @param why why it matters
 * @param fix what to do
 * @param origins the user's calls, the most telling first
 */
public record Problem(
        String id, Optional<ResourceKey> resource, String what, String why, String fix, List<Origin> origins) {
    public Problem {
        origins = List.copyOf(origins);
    }
}
