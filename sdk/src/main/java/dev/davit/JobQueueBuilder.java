package dev.davit;

import dev.davit.model.KeyValueSpec;

/** Say what a job queue can have. It never evicts and it survives a restart, by type. */
public final class JobQueueBuilder extends ResourceBuilder<JobQueueBuilder> {
    private final KeyValueSpec.Builder spec = new KeyValueSpec.Builder();

    JobQueueBuilder(Creation creation) {
        super(creation);
    }

    /** Give memory for keys and values; 256 MiB unless given. When it is full, writing fails and no job is lost. */
    public JobQueueBuilder memory(Size size) {
        record("memory", "memory", size);
        assign("memory", () -> spec.memory(size));
        return this;
    }

    KeyValueSpec spec() {
        return spec.declaration(finish()).persistent(true).build();
    }
}
