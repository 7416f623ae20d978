package dev.davit;

/** Say what a worker can have. */
public final class WorkerBuilder extends TakingBuilder<WorkerBuilder> {
    WorkerBuilder(Creation creation, Source source) {
        super(creation, source);
    }

    /** Run so many instances; one unless given. */
    public WorkerBuilder scale(Scale scale) {
        scaled(scale);
        return self();
    }
}
