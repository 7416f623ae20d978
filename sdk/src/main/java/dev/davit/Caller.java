package dev.davit;

import dev.davit.document.SourceLocation;
import java.lang.StackWalker.StackFrame;

/**
 * Finds the user's line: the nearest frame that is not the SDK's own.
 *
 * <p>"Own" is decided by where the class was loaded from, not by package name: a user's class may live in any package, and
 * our own tests live in this one.
 */
final class Caller {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private static final ClassValue<Boolean> OWN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return type.getClassLoader() == null
                    || type.getProtectionDomain().getCodeSource() != null
                            && Caller.class.getProtectionDomain().getCodeSource() != null
                            && type.getProtectionDomain()
                                    .getCodeSource()
                                    .equals(Caller.class.getProtectionDomain().getCodeSource());
        }
    };

    private Caller() {}

    static SourceLocation locate() {
        return WALKER.walk(frames -> frames.filter(frame -> !OWN.get(frame.getDeclaringClass()))
                .findFirst()
                .map(Caller::location)
                .orElseGet(() -> new SourceLocation("", 0, "unknown", "unknown")));
    }

    private static SourceLocation location(StackFrame frame) {
        String file = frame.getFileName();
        String method = frame.getMethodName();
        int lambda = method.startsWith("lambda$") ? method.indexOf('$', 7) : -1;
        return new SourceLocation(
                file == null ? "" : file,
                Math.max(frame.getLineNumber(), 0),
                frame.getClassName(),
                lambda > 0 ? method.substring(7, lambda) : method);
    }
}
