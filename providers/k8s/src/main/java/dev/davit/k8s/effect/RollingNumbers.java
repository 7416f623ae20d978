package dev.davit.k8s.effect;

import dev.davit.document.Node;
import java.util.Optional;

/**
 * Holds how many pods a Deployment's rollout makes and takes at a time, as its controller rounds them.
 *
 * <p>A share of surge rounds up, a share of unavailable pods rounds down; if that leaves both at 0, one may be unavailable
 * (kubernetes/kubernetes, {@code ResolveFenceposts} in pkg/controller/deployment/util). More than all cannot be unavailable.
 *
 * @param replicas how many there are to be
 * @param surge how many more there may be
 * @param unavailable how many less may serve
 */
record RollingNumbers(long replicas, long surge, long unavailable) {
    private static final String DEFAULT = "25%";

    static RollingNumbers of(Node strategy, long replicas) {
        long surge = up(Fields.word(strategy, "rollingUpdate", "maxSurge"), DEFAULT, replicas);
        long unavailable = down(Fields.word(strategy, "rollingUpdate", "maxUnavailable"), DEFAULT, replicas);
        boolean stuck = surge == 0 && unavailable == 0;
        return new RollingNumbers(replicas, surge, Math.min(replicas, stuck ? 1 : unavailable));
    }

    /** Rounds a share up, as all but a Deployment's unavailable pods are. */
    static long up(Optional<String> word, String otherwise, long of) {
        String text = word.orElse(otherwise);
        return text.endsWith("%") ? (percent(text) * of + 99) / 100 : parse(text);
    }

    private static long down(Optional<String> word, String otherwise, long of) {
        String text = word.orElse(otherwise);
        return text.endsWith("%") ? percent(text) * of / 100 : parse(text);
    }

    private static long percent(String text) {
        return parse(text.substring(0, text.length() - 1));
    }

    private static long parse(String text) {
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }

    /** Says whether all may be gone before the first new one is ready. */
    boolean mayEmpty() {
        return unavailable >= replicas;
    }
}
