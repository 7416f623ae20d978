package dev.davit.cli;

/** Lay a failure out; the only place that does. */
final class FailureText {
    private final boolean color;

    FailureText(boolean color) {
        this.color = color;
    }

    String of(Failure failure) {
        StringBuilder text = new StringBuilder();
        text.append(red("error:"))
                .append(' ')
                .append(Visible.lines(failure.what()))
                .append('\n');
        part(text, "  --> ", failure.where());
        if (!failure.details().isEmpty()) {
            text.append(Visible.lines(failure.details().stripTrailing())).append('\n');
        }
        part(text, "  why  ", failure.why());
        part(text, "  fix  ", failure.next());
        return text.toString();
    }

    private void part(StringBuilder text, String label, String part) {
        if (!part.isEmpty()) {
            text.append(label)
                    .append(Visible.lines(part).replace("\n", "\n       "))
                    .append('\n');
        }
    }

    private String red(String word) {
        return color ? "\u001b[1;31m" + word + "\u001b[0m" : word;
    }
}
