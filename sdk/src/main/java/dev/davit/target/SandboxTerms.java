package dev.davit.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Say how a sandbox is to run.
 *
 * @param state the file that keeps what it knows; made where it is missing, for its owner alone
 * @param port the port on the loopback address, 0 for any that is free
 * @param speed seconds that pass there in one second of this world, at least 1
 * @param faults what is to go wrong, in the target's own words
 */
public record SandboxTerms(Path state, int port, int speed, List<String> faults) {
    /** Seconds that usually pass in one second: a deploy of minutes takes seconds. */
    public static final int USUAL_SPEED = 60;

    public SandboxTerms {
        Objects.requireNonNull(state, "state");
        faults = List.copyOf(faults);
    }

    /** Let nothing go wrong, at the usual speed and on any port. */
    public static SandboxTerms usual(Path state) {
        return new SandboxTerms(state, 0, USUAL_SPEED, List.of());
    }
}
