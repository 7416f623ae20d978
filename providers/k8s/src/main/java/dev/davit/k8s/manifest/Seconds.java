package dev.davit.k8s.manifest;

import dev.davit.Size;
import dev.davit.model.WorkloadSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Do the arithmetic of starting and stopping, in seconds.
 *
 * <p>Starting: a model of so many bytes is fetched at 100 MB/s and loaded at 1 GB/s, and a minute of warm-up follows; twice that is
 * allowed, two minutes at least. Stopping: load balancers and endpoints hear of it within the preStop sleep; only then does the
 * program get SIGTERM and its drain time.
 */
public final class Seconds {
    /** Shorter sleeps lose requests behind an ingress; source: https://github.com/kubernetes/kubernetes/issues/43576 */
    public static final int PRE_STOP = 15;

    static final int PROBE_PERIOD = 10;

    /** What a start may take that nobody said anything about and that fetches nothing. */
    public static final int LEAST_START = 120;

    private static final int WARM_UP = 60;
    /** What a rollout may take beyond the start of an instance. */
    public static final int ROLLOUT_SLACK = 300;

    private static final long FETCH_RATE = 100_000_000;
    private static final long LOAD_RATE = 1_000_000_000;

    /** What is allowed for fetching models of unknown size: 90 GB at the rate above, doubled like the rest. */
    private static final long UNKNOWN_FETCH = 1800;

    private Seconds() {}

    /** Gives the time that an instance may take from start to ready, once its models are fetched. */
    static long start(Optional<Duration> asked, List<Optional<Size>> models) {
        long estimate = models.isEmpty() ? 0 : 2 * (fetch(models) + load(models) + WARM_UP);
        return asked.map(Seconds::ofRoundedUp).orElse(Math.max(LEAST_START, estimate));
    }

    /** Gives how many probes may fail before an instance counts as not started. */
    static long startupFailures(long start) {
        return divide(start, PROBE_PERIOD);
    }

    /**
     * Gives the time after which a rollout without progress has failed. The time that the user set is for what comes after the
     * fetch, so the fetch comes on top.
     */
    static long progressDeadline(Optional<Duration> asked, List<Optional<Size>> models) {
        long fetch = asked.isPresent() && !models.isEmpty() ? 2 * fetch(models) : 0;
        return start(asked, models) + fetch + ROLLOUT_SLACK;
    }

    /** Gives the time between the order to stop and SIGKILL. */
    static long grace(WorkloadSpec spec) {
        return ofRoundedUp(spec.drain()) + (spec.isService() ? PRE_STOP : 0);
    }

    static long ofRoundedUp(Duration time) {
        return time.getNano() > 0 ? time.getSeconds() + 1 : time.getSeconds();
    }

    private static long fetch(List<Optional<Size>> models) {
        return models.stream()
                .mapToLong(
                        size -> size.map(it -> divide(it.bytes(), FETCH_RATE)).orElse(UNKNOWN_FETCH / 2))
                .sum();
    }

    private static long load(List<Optional<Size>> models) {
        return models.stream()
                .mapToLong(size -> size.map(it -> divide(it.bytes(), LOAD_RATE)).orElse(0L))
                .sum();
    }

    private static long divide(long amount, long by) {
        return (amount + by - 1) / by;
    }
}
