package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Blocker;
import dev.davit.plan.Impact;
import dev.davit.plan.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds one change that the server refuses to make in place.
 *
 * @param key the live object
 * @param live the live object
 * @param wanted what it is to be, in the words of the definition, under the live name
 * @param after both merged: what it would be if it could
 * @param permitted whether the user allowed that it is deleted
 */
record Immutable(ObjectKey key, MapNode live, MapNode wanted, MapNode after, boolean permitted) {
    /** Names what cannot change. */
    String fields() {
        List<String> fields = ImmutableFields.changed(live, after);
        return fields.isEmpty() ? "some field" : Said.list(fields);
    }

    Replacement refused(String why, String next) {
        return new Replacement.Refused(
                new Blocker(Optional.of(key), key + " cannot change " + fields() + " in place", fields(), why, next));
    }

    /** Deletes it and makes it anew, if the user allowed that; users feel it. */
    Replacement anew(String why, Impact impact, String instead) {
        if (!permitted) {
            return refused(
                    why,
                    instead + "; or accept an " + impact.effect().word()
                            + impact.seconds().map(it -> " of " + it).orElse("")
                            + ": --allow-delete '" + key + "'");
        }
        return new Replacement.Planned(
                List.of(Calls.delete(key, live), Calls.apply(wanted, Optional.empty(), "create " + key + " anew")),
                impact,
                Set.of());
    }
}
