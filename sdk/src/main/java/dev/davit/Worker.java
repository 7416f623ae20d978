package dev.davit;

import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;

/** Refer to a worker: it takes work from a queue and nobody can call it. */
public final class Worker extends Handle {
    Worker(String id) {
        super(new ResourceKey(Kind.WORKER, id));
    }
}
