package dev.davit.cli.view;

import dev.davit.apply.LeaseRecord;
import dev.davit.cli.Visible;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says who applies a stack just now. */
public final class LeaseText {
    private LeaseText() {}

    /** Say it in one line; the age is by two clocks and only for people. */
    public static String of(Optional<LeaseRecord> held, Instant now) {
        return held.map(it -> Visible.line("held by " + it.holder() + ", renewed "
                        + Elapsed.of(Duration.between(it.renewedAt(), now)) + " ago by its own clock, lasts "
                        + it.seconds() + "s without renewal"))
                .orElse("nobody applies it just now");
    }
}
