package dev.davit;

/**
 * Say what every worker can have.
 *
 * @param <S> the builder's own type
 */
public abstract class TakingBuilder<S extends TakingBuilder<S>> extends RunningBuilder<S> {
    TakingBuilder(Creation creation, Source source) {
        super(creation, source);
    }

    TakingBuilder(Creation creation, Source source, Disk disk) {
        super(creation, source, disk);
    }

    /** Take jobs from a queue. A cache is none: it may drop a job to make room. */
    public final S consumes(JobQueue queue) {
        record("consumes", "consumes", queue);
        assign("consumes", () -> spec.consumes(queue.key()));
        return self();
    }
}
