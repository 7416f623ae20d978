package dev.davit.render.operate;

import dev.davit.apply.ApplyException;
import dev.davit.apply.ApplyException.Reason;
import dev.davit.plan.ObjectKey;

/** Says in words why a step is not done. */
final class Answers {
    private Answers() {}

    static ApplyException stale(String why, ObjectKey key) {
        return new ApplyException(
                Reason.STALE, key + ": " + why, key.toString(), "run davit plan again and look at what is new", null);
    }

    static ApplyException refused(String what, ObjectKey key, String next) {
        return new ApplyException(Reason.REFUSED, what, key.toString(), next, null);
    }

    static ApplyException unavailable(String what, ObjectKey key) {
        return new ApplyException(
                Reason.UNAVAILABLE,
                what,
                key.toString(),
                "look at https://status.render.com and run davit apply again: it goes on where it stopped",
                null);
    }

    static ApplyException interrupted(ObjectKey key) {
        return new ApplyException(
                Reason.UNAVAILABLE, "interrupted while waiting", key.toString(), "run davit apply again", null);
    }
}
