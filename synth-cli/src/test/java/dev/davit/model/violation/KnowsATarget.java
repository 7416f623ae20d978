package dev.davit.model.violation;

import dev.davit.render.violation.KnowsKubernetes;
import dev.davit.target.violation.ReadsTheClock;

/** A model must know no target, and must not change. */
public final class KnowsATarget {
    private ReadsTheClock target = new ReadsTheClock();

    public Object target() {
        target = new ReadsTheClock();
        return new KnowsKubernetes();
    }

    public ReadsTheClock clock() {
        return target;
    }
}
