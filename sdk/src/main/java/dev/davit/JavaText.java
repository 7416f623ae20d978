package dev.davit;

import dev.davit.check.SecretPattern;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;

/** Writes a call back as the Java that a user would have written, so that a message can quote the call. */
final class JavaText {
    private JavaText() {}

    static String call(String method, Object... arguments) {
        StringBuilder text = new StringBuilder(method).append('(');
        for (int i = 0; i < arguments.length; i++) {
            text.append(i == 0 ? "" : ", ").append(of(arguments[i]));
        }
        return text.append(')').toString();
    }

    static String of(Object argument) {
        if (argument instanceof String text) {
            return quoted(text);
        }
        if (argument instanceof Handle handle) {
            return handle.describe();
        }
        if (argument instanceof Value<?> value) {
            return value.describe();
        }
        if (argument instanceof TargetSettings<?> settings) {
            return settings.getClass().getSimpleName() + "...";
        }
        if (argument instanceof Duration duration) {
            return duration(duration);
        }
        if (argument instanceof LocalDate date) {
            return "LocalDate.of(" + date.getYear() + ", " + date.getMonthValue() + ", " + date.getDayOfMonth() + ")";
        }
        if (argument instanceof Enum<?> constant) {
            Class<?> type = constant.getDeclaringClass();
            String outer = type.getEnclosingClass() == null
                    ? ""
                    : type.getEnclosingClass().getSimpleName() + ".";
            return outer + type.getSimpleName() + "." + constant.name();
        }
        return String.valueOf(argument);
    }

    /** Writes text as a Java literal. What a message quotes ends up in logs, so it quotes no secret; SEC001 says what is wrong. */
    static String quoted(String text) {
        if (SecretPattern.in(text).isPresent()) {
            return "\"...\"";
        }
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f || isLone(text, i)) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /** Says whether a character is half of a surrogate pair without the other half, which no terminal shows. */
    private static boolean isLone(String text, int index) {
        char c = text.charAt(index);
        return Character.isHighSurrogate(c)
                        && (index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1)))
                || Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    /** Makes the variable name that a user most likely gave to what has this id: {@code hf-token} becomes {@code hfToken}. */
    static String identifier(String id) {
        StringBuilder name = new StringBuilder(id.length());
        boolean upper = false;
        for (char c : id.toCharArray()) {
            if (!Character.isJavaIdentifierPart(c)) {
                upper = name.length() > 0;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return name.length() == 0 || !Character.isJavaIdentifierStart(name.charAt(0)) ? "_" + name : name.toString();
    }

    private static String duration(Duration duration) {
        if (duration.toNanosPart() != 0) {
            return "Duration.parse(\"" + duration + "\")";
        }
        long seconds = duration.toSeconds();
        if (seconds != 0 && seconds % 86_400 == 0) {
            return "Duration.ofDays(" + seconds / 86_400 + ")";
        }
        if (seconds != 0 && seconds % 3600 == 0) {
            return "Duration.ofHours(" + seconds / 3600 + ")";
        }
        if (seconds != 0 && seconds % 60 == 0) {
            return "Duration.ofMinutes(" + seconds / 60 + ")";
        }
        return "Duration.ofSeconds(" + seconds + ")";
    }
}
