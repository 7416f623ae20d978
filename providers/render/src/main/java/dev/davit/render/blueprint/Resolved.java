package dev.davit.render.blueprint;

import dev.davit.document.MapNode;
import dev.davit.model.ResourceKey;
import java.util.List;

/** Says what Render can make of a value. */
sealed interface Resolved {
    /** Holds text that is known at synth. */
    record Known(String text) implements Resolved {}

    /**
     * Holds a reference that Render resolves.
     *
     * @param suffix what it asks for, as part of a variable's name
     * @param field {@code fromService} or {@code fromDatabase}
     * @param target what the field says
     */
    record Linked(String suffix, String field, MapNode target) implements Resolved {}

    /** Holds a secret. */
    record Hidden(ResourceKey secret, boolean generated) implements Resolved {}

    /** Holds text made of the others, which Render cannot write into one variable. */
    record Joined(List<Resolved> parts) implements Resolved {}

    /** Holds what only a person can tell, for a reason that is reported. */
    record Unknown() implements Resolved {}
}
