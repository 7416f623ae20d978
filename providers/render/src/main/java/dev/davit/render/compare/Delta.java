package dev.davit.render.compare;

import dev.davit.document.Node;
import java.util.Objects;
import java.util.Optional;

/**
 * Say how one value differs. Values that may be secret are masked.
 *
 * @param path the value: {@code plan}, {@code envVars[QUEUE_URL]}
 * @param before what it is
 * @param after what it is to be; empty where it is to go
 * @param reach what changing it does
 */
public record Delta(String path, Optional<Node> before, Optional<Node> after, Reach reach) {
    public Delta {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(reach, "reach");
    }

    /** Say whether it is this property, or an item of this list. */
    public boolean isOf(String property) {
        return path.equals(property) || path.startsWith(property + ".") || path.startsWith(property + "[");
    }

    /** Give the name of the item of a list: {@code QUEUE_URL}. */
    String item() {
        return path.substring(path.indexOf('[') + 1, path.length() - 1);
    }
}
