package dev.davit.render.api;

import dev.davit.apply.ApplyException;
import dev.davit.apply.ApplyException.Reason;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Keep count of what one call has been through, and end it when that is enough. */
final class Tries {
    /** A restart of an API takes a minute or two. */
    private static final Duration LONG = Duration.ofMinutes(2);

    /** Nobody waits minutes for an address that never answered anything. */
    private static final Duration SHORT = Duration.ofSeconds(15);

    /** The budgets of Render are for a minute; a server that asks for more than some of them is out of order. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final Call call;
    private final URI address;
    private final Patience patience;
    private Duration waited = Duration.ZERO;
    private int refused;
    private int failed;
    private long firstFailure;

    Tries(Call call, URI address, Patience patience) {
        this.call = call;
        this.address = address;
        this.patience = patience;
    }

    /**
     * Wait until the API takes more.
     *
     * @throws ApplyException if that takes longer, in all, than anybody would wait
     */
    void await(Duration time, String why) {
        waited = waited.plus(time);
        if (waited.compareTo(LONGEST_WAIT) > 0) {
            throw unavailable(
                    why + "; it would take another " + Patience.seconds(time) + " s",
                    "see whether something else uses the same account, then run the same command again later",
                    null);
        }
        patience.rest(time, why, call);
    }

    /** Give how long to wait after a refusal that may say how long; it grows, so that a wrong answer makes no storm. */
    Duration pauseAfterRefusal(Duration asked) {
        Duration least = backoff(refused++);
        return asked.compareTo(least) > 0 ? asked : least;
    }

    /**
     * Wait before the next try.
     *
     * @param everReached whether this API has ever answered
     * @throws ApplyException if another try would be of no use
     * @throws AnswerLostException if it could be done twice
     */
    void failed(IOException failure, boolean everReached) {
        Loss loss = Loss.of(failure);
        if (loss == Loss.UNTRUSTED) {
            throw untrusted(failure);
        }
        if (loss != Loss.UNSENT && !call.isRepeatable()) {
            throw new AnswerLostException(call.toString(), failure);
        }
        if (loss == Loss.UNUSABLE) {
            throw Refusals.unusable(failure.getMessage(), call, failure);
        }
        if (failed == 0) {
            firstFailure = patience.ticker().nanos();
        }
        Duration pause = backoff(failed++);
        Duration spent = patience.ticker().since(firstFailure);
        if (spent.plus(pause).compareTo(everReached ? LONG : SHORT) > 0) {
            throw unavailable(
                    "Render does not answer (" + words(failure) + "), " + failed + " tries",
                    "see https://status.render.com and your network, then run the same command again",
                    failure);
        }
        patience.rest(pause, "no answer to " + call + " (" + words(failure) + ")", call);
    }

    /** Wait 0.5 s, then twice as long each time up to a longest pause; half of it by chance, so that many do not come at once. */
    private Duration backoff(int before) {
        long millis = Math.min(LONGEST_PAUSE.toMillis(), 500L << Math.min(before, 10));
        return Duration.ofMillis((long) (millis * (0.5 + patience.chance() / 2)));
    }

    private ApplyException untrusted(IOException failure) {
        return unavailable(
                "who answers cannot prove to be Render (" + words(failure) + ")",
                "see whether the address is right; where a proxy opens all connections, add its authority to those that Java trusts"
                        + " (-Djavax.net.ssl.trustStore)",
                failure);
    }

    private ApplyException unavailable(String what, String next, Throwable cause) {
        return new ApplyException(Reason.UNAVAILABLE, what, address + ", " + call, next, cause);
    }

    private static String words(Throwable failure) {
        String text = failure.getMessage();
        return text == null || text.isEmpty() ? failure.getClass().getSimpleName() : text;
    }
}
