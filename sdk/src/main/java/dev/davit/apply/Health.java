package dev.davit.apply;

import dev.davit.plan.ObjectKey;
import java.util.List;
import java.util.Objects;

/**
 * Say how a live workload is, whoever applied it last.
 *
 * @param key the workload
 * @param state whether it is ready, on its way, or can never become ready as it is
 * @param detail how far it is, in one line without a full stop
 * @param ready how many of its instances are ready
 * @param wanted how many there are to be
 * @param restarts how often containers of its present instances were started again
 * @param troubles what keeps instances from being ready, one line each
 */
public record Health(
        ObjectKey key,
        Readiness.State state,
        String detail,
        long ready,
        long wanted,
        long restarts,
        List<String> troubles) {
    public Health {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(detail, "detail");
        troubles = List.copyOf(troubles);
    }
}
