package dev.davit.render.compare;

import dev.davit.apply.ApplyException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads side by side, eight at most. */
final class Workers implements AutoCloseable {
    private static final int MOST = 8;

    private final ExecutorService pool = Executors.newFixedThreadPool(MOST, call -> {
        Thread thread = new Thread(call, "davit-compare");
        thread.setDaemon(true);
        return thread;
    });

    /** Gives the results in the order of the calls; the first failure ends all. */
    <T> List<T> all(List<Callable<T>> calls) {
        List<Future<T>> coming = calls.stream().map(pool::submit).toList();
        try {
            return coming.stream().map(Workers::result).toList();
        } finally {
            coming.forEach(it -> it.cancel(true));
        }
    }

    private static <T> T result(Future<T> coming) {
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
