package dev.davit;

import dev.davit.document.Origin;
import java.time.Duration;

/**
 * Say what every job can have that runs to an end.
 *
 * @param <S> the builder's own type
 */
public abstract class EndingBuilder<S extends EndingBuilder<S>> extends WorkloadBuilder<S> {
    EndingBuilder(Creation creation, Source source) {
        super(creation, source);
    }

    /** Stop a run after so long: 1 second to 24 hours, 1 hour unless given. */
    public final S timeLimit(Duration time) {
        Origin origin = record("timeLimit", "timeLimit", time);
        if (within(origin, "time limit", time, 1, 86_400)) {
            assign("timeLimit", () -> spec.timeLimit(time));
        }
        return self();
    }

    /** Try a failed run again so often: 0 to 10 times, twice unless given. */
    public final S retries(int times) {
        Origin origin = record("retries", "retries", times);
        if (within(origin, "a number of " + times + " retries", times, 0, 10)) {
            assign("retries", () -> spec.retries(times));
        }
        return self();
    }
}
