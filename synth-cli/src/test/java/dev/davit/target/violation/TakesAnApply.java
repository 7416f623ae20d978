package dev.davit.target.violation;

import dev.davit.apply.violation.ReadsTheClock;

/** Which way round is it? */
public final class TakesAnApply {
    public ReadsTheClock apply() {
        return new ReadsTheClock();
    }
}
