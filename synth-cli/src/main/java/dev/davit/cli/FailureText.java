package dev.davit.cli;

import java.util.regex.Pattern;

/** Lay a failure out; the only place that does. */
final class FailureText {
    /** What could move the cursor, set a colour or turn the writing direction: shown by number, never sent. */
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");

    private final boolean color;

    FailureText(boolean color) {
        this.color = color;
    }

    String of(Failure failure) {
        StringBuilder text = new StringBuilder();
        text.append(red("error:")).append(' ').append(safe(failure.what())).append('\n');
        part(text, "  --> ", failure.where());
        if (!failure.details().isEmpty()) {
            text.append(safe(failure.details().stripTrailing())).append('\n');
        }
        part(text, "  why  ", failure.why());
        part(text, "  fix  ", failure.next());
        return text.toString();
    }

    private void part(StringBuilder text, String label, String part) {
        if (!part.isEmpty()) {
            text.append(label).append(safe(part).replace("\n", "\n       ")).append('\n');
        }
    }

    private String red(String word) {
        return color ? "\u001b[1;31m" + word + "\u001b[0m" : word;
    }

    static String safe(String text) {
        return UNSAFE.matcher(text)
                .replaceAll(
                        found -> String.format("\\\\u%04x", (int) found.group().charAt(0)));
    }
}
