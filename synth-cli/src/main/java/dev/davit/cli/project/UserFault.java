package dev.davit.cli.project;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Show what user code threw by the user's own frames: ours and the libraries' would bury the line to look at. */
record UserFault(String definition, Set<String> userClasses, Throwable thrown) {
    private static final int SHOWN = 8;

    Failure failure() {
        Throwable root = root();
        List<StackTraceElement> frames = own(root).isEmpty() ? own(thrown) : own(root);
        return new Failure(
                        ExitCode.BAD_INPUT,
                        definition + " threw " + root,
                        frames.isEmpty() ? definition : place(frames.get(0)),
                        thrown == root ? "" : "it was the cause of " + firstLine(thrown),
                        "correct the definition and run again")
                .withDetails(listed(frames, root.getStackTrace().length))
                .causedBy(thrown);
    }

    private List<StackTraceElement> own(Throwable of) {
        return Arrays.stream(of.getStackTrace())
                .filter(frame -> userClasses.contains(frame.getClassName()))
                .toList();
    }

    private static String firstLine(Throwable of) {
        return of.toString().lines().findFirst().orElse("");
    }

    private Throwable root() {
        Throwable root = thrown;
        for (int depth = 0; root.getCause() != null && depth < 50; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private static String listed(List<StackTraceElement> frames, int all) {
        int shown = Math.min(frames.size(), SHOWN);
        String lines = frames.stream()
                .limit(SHOWN)
                .map(frame ->
                        "      at " + frame.getClassName() + "." + frame.getMethodName() + "(" + place(frame) + ")\n")
                .collect(Collectors.joining());
        return all > shown ? lines + "      (all frames: --verbose)\n" : lines;
    }

    static String place(StackTraceElement frame) {
        return frame.getFileName() == null || frame.getLineNumber() < 1
                ? frame.getClassName() + "." + frame.getMethodName()
                : frame.getFileName() + ":" + frame.getLineNumber();
    }
}
