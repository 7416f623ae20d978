package dev.davit.render.sandbox;

/** Names what happens by itself when its time has come. */
enum Due {
    /** A deploy takes its next step; the detail is the status in which that was planned. */
    DEPLOY,
    /** An instance answers its health check; the target is the service, the detail the instance. */
    READY,
    /** An instance has not answered for as long as it may. */
    UNHEALTHY,
    /** An instance has ended. */
    STOPPED,
    /** A data store is available. */
    STORE,
    /** A run of a cron job ends. */
    RUN,
    /** A one-off job takes its next step; the detail is its next status. */
    JOB
}
