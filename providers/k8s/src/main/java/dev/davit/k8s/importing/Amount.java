package dev.davit.k8s.importing;

import dev.davit.source.Code;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns quantities and times into the Java that says the same. */
final class Amount {
    private static final Pattern MEMORY = Pattern.compile("(\\d{1,9})(Mi|Gi)");
    private static final Pattern CPU = Pattern.compile("(\\d{1,9})(m?)");

    private Amount() {}

    static Optional<Code> size(String quantity) {
        Matcher matcher = MEMORY.matcher(quantity);
        return matcher.matches()
                ? Optional.of(
                        Code.call("Size", matcher.group(2).equals("Gi") ? "gib" : "mib", Code.plain(matcher.group(1))))
                : Optional.empty();
    }

    static Code mib(long mib) {
        return mib % 1024 == 0
                ? Code.call("Size", "gib", Code.plain(String.valueOf(mib / 1024)))
                : Code.call("Size", "mib", Code.plain(String.valueOf(mib)));
    }

    static Optional<Long> mib(String quantity) {
        Matcher matcher = MEMORY.matcher(quantity);
        return matcher.matches()
                ? Optional.of(
                        Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("Gi") ? 1024 : 1))
                : Optional.empty();
    }

    static Optional<Code> cpu(String quantity) {
        Matcher matcher = CPU.matcher(quantity);
        return matcher.matches()
                ? Optional.of(
                        Code.call("Cpu", matcher.group(2).isEmpty() ? "cores" : "millis", Code.plain(matcher.group(1))))
                : Optional.empty();
    }

    static Code number(long number) {
        return Code.plain(String.valueOf(number));
    }

    static Code seconds(long seconds) {
        String unit = seconds != 0 && seconds % 3600 == 0
                ? "ofHours"
                : seconds != 0 && seconds % 60 == 0 ? "ofMinutes" : "ofSeconds";
        long number = unit.equals("ofHours") ? seconds / 3600 : unit.equals("ofMinutes") ? seconds / 60 : seconds;
        return Code.call("Duration", unit, Code.plain(String.valueOf(number)));
    }
}
