package dev.davit;

import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;

/** Refer to a store that never evicts and keeps its data over a restart: fit to hold jobs. */
public final class JobQueue extends KeyValue {
    JobQueue(String id) {
        super(new ResourceKey(Kind.JOB_QUEUE, id));
    }
}
