package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.ObjectKey;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one object as it is and as it will be.
 *
 * @param live the live object as the server gave it, with its metadata and status; empty for a creation
 * @param predicted the object as the server's dry run gave it, or as merged by us; empty for a deletion
 * @param verified whether the server computed it; otherwise no effect of it counts as proven
 */
public record Transition(Optional<MapNode> live, Optional<MapNode> predicted, boolean verified) {
    public Transition {
        Objects.requireNonNull(live, "live");
        Objects.requireNonNull(predicted, "predicted");
        if (live.isEmpty() && predicted.isEmpty()) {
            throw new IllegalArgumentException("a transition has an object before or after");
        }
    }

    /** Hold an object that is not there yet. */
    public static Transition creation(MapNode predicted, boolean verified) {
        return new Transition(Optional.empty(), Optional.of(predicted), verified);
    }

    /** Hold an object that changes, or stays as it is. */
    public static Transition update(MapNode live, MapNode predicted, boolean verified) {
        return new Transition(Optional.of(live), Optional.of(predicted), verified);
    }

    /** Hold an object that goes. */
    public static Transition deletion(MapNode live) {
        return new Transition(Optional.of(live), Optional.empty(), true);
    }

    /** Name the object. */
    public ObjectKey key() {
        return Fields.key(live.or(() -> predicted).orElseThrow());
    }

    boolean isCreation() {
        return live.isEmpty();
    }

    boolean isDeletion() {
        return predicted.isEmpty();
    }
}
