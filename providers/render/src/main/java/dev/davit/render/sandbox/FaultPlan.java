package dev.davit.render.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Decide which requests something goes wrong with. */
@FunctionalInterface
public interface FaultPlan {
    /**
     * Choose a fault for a request.
     *
     * @param number the request's number since the start, from 1
     * @param method its method
     * @param path its path below the version, without query
     */
    Optional<Fault> choose(long number, String method, String path);

    /** Let nothing go wrong. */
    static FaultPlan none() {
        return (number, method, path) -> Optional.empty();
    }

    /** Let something go wrong with the request of a number. */
    static FaultPlan at(long number, Fault fault) {
        return (it, method, path) -> it == number ? Optional.of(fault) : Optional.empty();
    }

    /**
     * Let something go wrong with a share of the requests. The same seed chooses the same faults for the same numbers, whatever
     * the order in which they come.
     *
     * @param share the share, from 0 to 1
     */
    static FaultPlan seeded(long seed, double share) {
        List<Fault> faults = List.of(
                Fault.cutBefore(),
                Fault.cutAfter(),
                Fault.tooMany(),
                Fault.error(500),
                Fault.error(503),
                Fault.truncated(),
                Fault.slow(Duration.ofMillis(20)),
                Fault.lateList(Duration.ofSeconds(5)));
        return (number, method, path) -> {
            Random random = new Random(seed * 1_000_003L + number);
            random.nextInt();
            return random.nextDouble() < share
                    ? Optional.of(faults.get(random.nextInt(faults.size())))
                    : Optional.empty();
        };
    }
}
