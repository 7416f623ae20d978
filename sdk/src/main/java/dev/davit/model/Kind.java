package dev.davit.model;

import java.util.Locale;

/** Name the kinds of resource. An id is unique within its kind. */
public enum Kind {
    WEB_SERVICE,
    PRIVATE_SERVICE,
    WORKER,
    CRON_JOB,
    JOB,
    STATIC_SITE,
    JOB_QUEUE,
    CACHE,
    POSTGRES,
    MODEL,
    SECRET,
    ENV_GROUP;

    /** Write the kind as words: {@code private service}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Say whether the kind has no place of its own, but is wherever its readers are. */
    public boolean isShared() {
        return this == MODEL || this == SECRET || this == ENV_GROUP;
    }
}
