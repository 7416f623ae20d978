package dev.davit.render.sandbox;

import java.time.Duration;

/**
 * Say how long things take. The drain delay and the health timeout are documented; how long a build, a start or a restart takes
 * depends on the program, so those are plausible values to be replaced.
 *
 * @param queue from a deploy's creation to its first step
 * @param build one build
 * @param preDeploy one pre-deploy command
 * @param boot from the start of an instance until it is healthy
 * @param healthTimeout how long an instance may be unhealthy before its deploy fails; 15 minutes, source:
 *     https://render.com/docs/health-checks
 * @param drain from when traffic has left an instance until it gets SIGTERM; 60 s, source: https://render.com/docs/deploys
 * @param stop from SIGTERM until the program has ended, at most {@code maxShutdownDelaySeconds} of its service
 * @param store creation of a data store, and each change that makes it anew
 * @param storeRestart restart of a data store
 * @param run one run of a cron job
 */
public record Timings(
        Duration queue,
        Duration build,
        Duration preDeploy,
        Duration boot,
        Duration healthTimeout,
        Duration drain,
        Duration stop,
        Duration store,
        Duration storeRestart,
        Duration run) {

    /** Give timings of a small service: a build of a minute, a start of ten seconds. */
    public static Timings usual() {
        return new Timings(
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofMinutes(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Duration.ofSeconds(90),
                Duration.ofSeconds(60),
                Duration.ofSeconds(20));
    }
}
