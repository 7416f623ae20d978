package dev.davit.cli.project;

import dev.davit.cli.Failure;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;

/**
 * Run user code so that it can neither end the process unseen nor leave it changed.
 *
 * <p>It runs on the main thread without a time limit: an endless loop is ended by the user (Ctrl-C), because nobody else knows
 * how long a definition may take.
 */
final class UserCode implements AutoCloseable {
    private final Class<?> definition;
    private final Set<String> userClasses;
    private final ExitWatch exits;
    private final AtomicReference<Throwable> diedInThread = new AtomicReference<>();
    private volatile boolean running;

    UserCode(Class<?> definition, Set<String> userClasses, ToIntFunction<Failure> lastWords) {
        this.definition = definition;
        this.userClasses = userClasses;
        this.exits = new ExitWatch(definition.getName(), userClasses, lastWords);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            // Once the definition has returned, the run goes on: it can only be told.
            if (!running || !diedInThread.compareAndSet(null, thrown)) {
                lastWords.applyAsInt(failure(thrown));
            }
        });
    }

    /**
     * Run it with its own class loader as the thread's, and put locale and time zone back afterwards.
     *
     * @throws Failure for whatever it throws, in this thread or in one that it started; a Failure passes as it is
     */
    <T> T call(Callable<T> userCode) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        thread.setContextClassLoader(definition.getClassLoader());
        try {
            running = true;
            T result = userCode.call();
            Throwable died = diedInThread.get();
            if (died != null) {
                throw failure(died);
            }
            return result;
        } catch (Failure failure) {
            throw failure;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError thrown) {
            throw failure(thrown);
        } finally {
            running = false;
            thread.setContextClassLoader(before);
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private Failure failure(Throwable thrown) {
        return new UserFault(definition.getName(), userClasses, thrown).failure();
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(null);
        exits.close();
    }
}
