package dev.davit.target;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Do one thing aside, on a thread of its own that no end of the process waits for, and take the result where it is needed.
 *
 * <p>Not in the common pool: that may have no thread, and then Java 25 waits for ever.
 *
 * @param <T> what it gives
 */
public final class Aside<T> {
    private final CompletableFuture<T> coming;

    private Aside(CompletableFuture<T> coming) {
        this.coming = coming;
    }

    /** Begin, on a thread of this name. */
    public static <T> Aside<T> start(String name, Supplier<T> task) {
        return new Aside<>(CompletableFuture.supplyAsync(task, it -> {
            Thread thread = new Thread(it, name);
            thread.setDaemon(true);
            thread.start();
        }));
    }

    /** Wait for the result; fails as the task did. */
    public T get() {
        try {
            return coming.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw e;
        }
    }

    /** Do something with the result as soon as it is there, if the task does not fail; waits for nothing. */
    public void then(Consumer<T> next) {
        coming.thenAccept(next);
    }
}
