package dev.davit.target.violation;

import dev.davit.model.violation.KnowsATarget;
import java.time.LocalDate;

/** What depends on the day is not the same tomorrow. */
public final class ReadsTheClock {
    public LocalDate today() {
        return LocalDate.now();
    }

    public String home() {
        return System.getenv("HOME");
    }

    public KnowsATarget friend() {
        return new KnowsATarget();
    }
}
