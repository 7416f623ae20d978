package dev.davit;

import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;

/** Refer to a job that runs on a schedule. */
public final class CronJob extends Handle {
    CronJob(String id) {
        super(new ResourceKey(Kind.CRON_JOB, id));
    }
}
