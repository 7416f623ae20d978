package dev.davit;

import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;

/** Refer to a job that runs once. */
public final class Job extends Handle {
    Job(String id) {
        super(new ResourceKey(Kind.JOB, id));
    }
}
