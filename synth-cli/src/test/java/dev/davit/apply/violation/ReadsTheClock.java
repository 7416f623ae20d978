package dev.davit.apply.violation;

import dev.davit.target.violation.TakesAnApply;
import java.time.Instant;

/** A test cannot wait for the clock of the machine. */
public final class ReadsTheClock {
    public Instant now() {
        return Instant.now();
    }

    public TakesAnApply target() {
        return new TakesAnApply();
    }
}
