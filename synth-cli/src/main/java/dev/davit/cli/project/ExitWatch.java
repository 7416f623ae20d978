package dev.davit.cli.project;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Notice that user code ends the process: {@code System.exit(0)} in a definition would look like a success that wrote nothing.
 *
 * <p>A security manager could refuse the call, but newer Java has none. So a shutdown hook looks for the thread that asked to
 * end; a signal asks from a thread of the runtime's own, and is let through.
 */
final class ExitWatch implements AutoCloseable {
    private final String definition;
    private final Set<String> userClasses;
    private final ToIntFunction<Failure> lastWords;
    private final Thread hook = new Thread(this::look, "davit-exit-watch");

    ExitWatch(String definition, Set<String> userClasses, ToIntFunction<Failure> lastWords) {
        this.definition = definition;
        this.userClasses = userClasses;
        this.lastWords = lastWords;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void look() {
        Thread.getAllStackTraces().values().stream()
                .filter(ExitWatch::asksToEnd)
                .flatMap(stack -> userFrame(stack).stream())
                .findFirst()
                .ifPresent(frame -> Runtime.getRuntime().halt(lastWords.applyAsInt(failure(frame))));
    }

    private static boolean asksToEnd(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                        && frame.getMethodName().equals("exit"));
    }

    private Optional<StackTraceElement> userFrame(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> userClasses.contains(frame.getClassName()))
                .findFirst();
    }

    private Failure failure(StackTraceElement frame) {
        return new Failure(
                ExitCode.BAD_INPUT,
                definition + " ends the process",
                UserFault.place(frame),
                "System.exit was called there; nothing was written",
                "throw an exception to stop, or return to go on");
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The hook is running: it has the last word.
        }
    }
}
