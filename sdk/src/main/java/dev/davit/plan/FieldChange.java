package dev.davit.plan;

import dev.davit.document.Node;
import java.util.Objects;
import java.util.Optional;

/**
 * Say what becomes of one field. Secret values are masked before they get here.
 *
 * @param path the field, list items by their key: {@code spec.template.spec.containers[web].image}
 * @param before what it says now, if anything
 * @param after what it will say, if anything
 * @param by who sets it: empty for us, else the name of what adds it on its own (the server's defaults, a webhook)
 */
public record FieldChange(String path, Optional<Node> before, Optional<Node> after, Optional<String> by) {
    public FieldChange {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(by, "by");
    }

    /** Say whether the definition asks for it: anything else is a side effect and no reason to act. */
    public boolean isOurs() {
        return by.isEmpty();
    }
}
