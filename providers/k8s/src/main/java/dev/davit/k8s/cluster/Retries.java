package dev.davit.k8s.cluster;

import java.time.Duration;

/** Decide which answers are worth another try. */
final class Retries {
    /** A restart of a control plane takes minutes. Tests that wait for the end of it make it shorter. */
    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("davit.retries.seconds", 300));

    /** Nobody waits minutes for a server that was never there, or for a webhook that has no pods. */
    private static final Duration SHORT = Duration.ofSeconds(Math.min(15, LONG.toSeconds()));

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int ANY = Integer.MAX_VALUE;

    private final Patience patience;

    Retries(Patience patience) {
        this.patience = patience;
    }

    /** Judge a lost connection, or an answer that breaks off. */
    Verdict lost(int tried, boolean everReached) {
        return new Verdict(true, ANY, everReached ? LONG : SHORT, backoff(tried), false);
    }

    /** Judge an answer. */
    Verdict of(RawReply raw, Reply reply, int tried) {
        return switch (raw.status()) {
            case 429, 503 -> new Verdict(true, ANY, LONG, raw.pause().orElse(backoff(tried)), true);
            case 409 -> reply.aboutKind().equals("resourcequotas") ? race(tried) : Verdict.FINAL;
            case 500 -> internal(reply, tried);
            case 502, 504 -> new Verdict(true, 6, LONG, backoff(tried), false);
            default -> Verdict.FINAL;
        };
    }

    private Verdict race(int tried) {
        long millis = Math.min(2000, 50L << Math.min(tried, 6));
        return new Verdict(true, 11, LONG, Duration.ofMillis((long) (millis * (0.5 + patience.chance() / 2))), false);
    }

    private Verdict internal(Reply reply, int tried) {
        String text = reply.message();
        if (isBadObject(text)) {
            return Verdict.FINAL;
        }
        if (text.contains("failed calling webhook") || text.contains("conversion webhook")) {
            return new Verdict(true, ANY, SHORT, backoff(tried), false);
        }
        if (text.contains("etcdserver:") || text.contains("leader changed")) {
            return new Verdict(true, ANY, LONG, backoff(tried), true);
        }
        return new Verdict(true, 6, LONG, backoff(tried), false);
    }

    /** The server calls an object that does not fit its schema an internal error of its own; it stays one. */
    static boolean isBadObject(String message) {
        return message.startsWith("failed to create typed patch object")
                || message.startsWith("failed to convert new object")
                || Reply.isOfOldVersion(message);
    }

    /** Wait 0.5 s, then twice as long each time up to 30 s; half of it by chance, so that many do not come at once. */
    private Duration backoff(int tried) {
        long millis = Math.min(LONGEST_PAUSE.toMillis(), 500L << Math.min(tried, 10));
        return Duration.ofMillis((long) (millis * (0.5 + patience.chance() / 2)));
    }
}
