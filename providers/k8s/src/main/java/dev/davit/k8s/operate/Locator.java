package dev.davit.k8s.operate;

import dev.davit.apply.Ticker;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Kind;
import dev.davit.k8s.cluster.Reply;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Finds the path of an object; a kind or namespace that was just made may take a while to be served. */
final class Locator {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final ApiServer api;
    private final Ticker ticker;

    Locator(ApiServer api, Ticker ticker) {
        this.api = api;
        this.ticker = ticker;
    }

    /** Finds it in the version that the body names, else in the one that the server prefers. */
    String path(Step step) {
        long start = ticker.nanos();
        Optional<Kind> kind = find(step, false);
        while (kind.isEmpty()) {
            if (!again(start, step.key())) {
                throw Answers.refused(
                        "the server has no kind " + step.key().kind(),
                        step.key(),
                        "install what defines the kind, or take the object out of the definition");
            }
            kind = find(step, true);
        }
        return kind.get().path(step.key().scope(), step.key().name());
    }

    /** Finds it if the server has the kind; where it has not, no object of the kind is left. */
    Optional<String> known(Step step) {
        return find(step, false)
                .or(() -> find(step, true))
                .map(it -> it.path(step.key().scope(), step.key().name()));
    }

    /** Calls until the answer is no 404. */
    Reply untilFound(ObjectKey key, Supplier<Reply> call) {
        long start = ticker.nanos();
        Reply reply = call.get();
        while (reply.notFound() && again(start, key)) {
            api.discover();
            reply = call.get();
        }
        return reply;
    }

    /**
     * Waits before an object is looked at again that others wrote meanwhile: 50 ms, then twice as long each time up to 2 s, half of
     * it by chance. Whoever writes it that often would win ten races in a row otherwise.
     */
    void pause(int tried, ObjectKey key) {
        if (tried == 0) {
            return;
        }
        long millis = Math.min(2000, 25L << tried);
        try {
            ticker.sleep(
                    Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2)));
        } catch (InterruptedException e) {
            throw Answers.interrupted(key);
        }
    }

    private Optional<Kind> find(Step step, boolean anew) {
        var kinds = anew ? api.discover() : api.kinds();
        return step.body()
                .map(Live::new)
                .filter(it -> it.text("apiVersion").isPresent())
                .map(it -> kinds.find(it.text("apiVersion").orElseThrow(), it.kind()))
                .orElseGet(() -> kinds.find(step.key().kind()));
    }

    private boolean again(long start, ObjectKey key) {
        if (ticker.nanos() - start > PATIENCE.toNanos()) {
            return false;
        }
        try {
            ticker.sleep(BETWEEN);
            return true;
        } catch (InterruptedException e) {
            throw Answers.interrupted(key);
        }
    }
}
