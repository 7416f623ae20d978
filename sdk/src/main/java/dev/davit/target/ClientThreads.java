package dev.davit.target;

import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Hold the threads of a network client, so that all end with it.
 *
 * <p>The JDK's client leaves the thread that waits for the network in native code until the client is collected, and a Java runtime that
 * ends waits 300 ms for such threads: a third of a short command. Interrupted, it ends at once. (JDK 21 has a method for that, which
 * fabric8 does not call.)
 *
 * @see <a href="https://github.com/openjdk/jdk/blob/jdk-17-ga/src/hotspot/share/runtime/vmOperations.cpp">VM_Exit</a>
 */
public final class ClientThreads implements AutoCloseable {
    private static final String NAME = "davit-http";

    private final ThreadGroup group = new ThreadGroup(NAME);
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(group, task, NAME);
        thread.setDaemon(true);
        return thread;
    });

    /** Make ready; threads begin with what they are for. */
    public ClientThreads() {}

    /** Give the group that all are in. */
    public ThreadGroup group() {
        return group;
    }

    /** Give what runs tasks on them. */
    public ExecutorService executor() {
        return executor;
    }

    /**
     * Build a client here. A thread belongs to the group of the one that starts it, and a new client starts one.
     *
     * @throws InterruptedIOException if the calling thread is interrupted meanwhile
     */
    public <T> T build(Callable<T> client) throws InterruptedIOException {
        try {
            return executor.submit(client).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** End them. */
    @Override
    public void close() {
        executor.shutdownNow();
        group.interrupt();
    }
}
