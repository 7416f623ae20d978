package dev.davit.apply;

import java.util.List;
import java.util.Objects;

/**
 * Say how far a step has come.
 *
 * @param state whether to go on, wait or stop
 * @param progress one line: {@code 2 of 3 pods ready; pulling image}
 * @param evidence what explains a failure: events, the last lines of a log. Holds no secret value
 */
public record Readiness(State state, String progress, List<String> evidence) {
    /** Name how far a step can be. */
    public enum State {
        READY,
        WAITING,
        /** It can never become ready by itself. */
        FAILED
    }

    public Readiness {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(progress, "progress");
        evidence = List.copyOf(evidence);
    }

    /** Say that nothing is to wait for. */
    public static Readiness ready(String progress) {
        return new Readiness(State.READY, progress, List.of());
    }

    /** Say what is waited for. */
    public static Readiness waiting(String progress) {
        return new Readiness(State.WAITING, progress, List.of());
    }

    /** Say why it will never be ready. */
    public static Readiness failed(String progress, List<String> evidence) {
        return new Readiness(State.FAILED, progress, evidence);
    }
}
