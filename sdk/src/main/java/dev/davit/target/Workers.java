package dev.davit.target;

import dev.davit.apply.ApplyException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Do calls that only read side by side, eight at most. */
public final class Workers implements AutoCloseable {
    private static final int MOST = 8;

    private final ExecutorService pool = Executors.newFixedThreadPool(MOST, call -> {
        Thread thread = new Thread(call, "davit-compare");
        thread.setDaemon(true);
        return thread;
    });

    /** Make ready; threads begin with the calls. */
    public Workers() {}

    /** Give the results in the order of the calls; the first failure ends all. */
    public <T> List<T> all(List<Callable<T>> calls) {
        List<Future<T>> coming = calls.stream().map(this::start).toList();
        try {
            return coming.stream().map(Workers::result).toList();
        } finally {
            coming.forEach(it -> it.cancel(true));
        }
    }

    /** Begin a call. */
    public <T> Future<T> start(Callable<T> call) {
        return pool.submit(call);
    }

    /** Wait for it; fails as the call did. */
    public static <T> T result(Future<T> coming) {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApplyException(
                    ApplyException.Reason.UNAVAILABLE,
                    "comparing was interrupted",
                    "compare",
                    "run the same command again",
                    e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
