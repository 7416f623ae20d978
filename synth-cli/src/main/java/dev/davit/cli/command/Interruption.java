package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Lets a first signal ask for an end, and a second one force it.
 *
 * <p>A shutdown hook cannot do that: while hooks run, the Java runtime ignores further signals. Its own handlers are reached
 * by reflection, because a compiler warns of them ({@code sun.misc.Signal}, module {@code jdk.unsupported}) and our warnings
 * are errors.
 */
final class Interruption {
    private static final Map<String, Integer> CODES =
            Map.of("INT", ExitCode.INTERRUPTED, "TERM", ExitCode.TERMINATED, "HUP", 129);

    private final AtomicInteger code = new AtomicInteger();
    private final Consumer<String> first;

    private Interruption(Consumer<String> first) {
        this.first = first;
    }

    /** Listens for the rest of the process; the first signal's name is handed on. */
    static Interruption listen(Consumer<String> first) {
        Interruption interruption = new Interruption(first);
        CODES.keySet().forEach(interruption::handle);
        return interruption;
    }

    /** Gives the code to end with, if a signal came. */
    Optional<Integer> code() {
        return Optional.of(code.get()).filter(it -> it != 0);
    }

    private void signal(String name) {
        if (!code.compareAndSet(0, CODES.get(name))) {
            Runtime.getRuntime().halt(CODES.get(name));
        }
        first.accept(name);
    }

    /** Where a Java runtime has no such handlers, a signal ends the process as it always did; the journal holds. */
    private void handle(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object listener =
                    Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, answering(name));
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), listener);
        } catch (ReflectiveOperationException | IllegalArgumentException unsupported) {
            return;
        }
    }

    private InvocationHandler answering(String name) {
        return (Object proxy, Method method, Object[] arguments) -> {
            if (method.getName().equals("handle")) {
                signal(name);
            }
            return null;
        };
    }
}
