package dev.davit.cli.view;

import dev.davit.check.Finding;
import dev.davit.check.FindingText;
import dev.davit.check.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows findings to a person, worst first, and counts them. */
public final class FindingsView {
    private final List<Finding> findings;
    private final boolean color;

    public FindingsView(List<Finding> findings, boolean color) {
        this.findings = List.copyOf(findings);
        this.color = color;
    }

    /** Write all findings that are not muted, in so many columns, with an empty line after each. */
    public String text(int columns) {
        return text(findings.stream().filter(it -> it.acknowledgement().isEmpty()), columns);
    }

    /** Write those that are muted, in the same way. */
    public String muted(int columns) {
        return text(findings.stream().filter(it -> it.acknowledgement().isPresent()), columns);
    }

    private String text(Stream<Finding> some, int columns) {
        return some.map(it -> colored(it, columns) + "\n\n").collect(Collectors.joining());
    }

    /** Count them: {@code 1 error, 2 warnings, 1 muted}; empty where there is none. */
    public String count() {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long number = findings.stream()
                    .filter(it ->
                            it.severity() == severity && it.acknowledgement().isEmpty())
                    .count();
            count(parts, number, severity == Severity.INFO ? "note" : severity.word());
        }
        long muted =
                findings.stream().filter(it -> it.acknowledgement().isPresent()).count();
        if (muted > 0) {
            parts.add(muted + " muted");
        }
        return String.join(", ", parts);
    }

    private static void count(List<String> parts, long number, String word) {
        if (number > 0) {
            parts.add(number + " " + word + (number == 1 ? "" : "s"));
        }
    }

    private String colored(Finding finding, int columns) {
        String text = FindingText.of(finding, columns);
        if (!color) {
            return text;
        }
        int word = text.indexOf(' ');
        return "\u001b[" + style(finding) + "m" + text.substring(0, word) + "\u001b[0m" + text.substring(word);
    }

    private static String style(Finding finding) {
        if (finding.acknowledgement().isPresent()) {
            return "2";
        }
        return switch (finding.severity()) {
            case ERROR -> "1;31";
            case WARNING -> "1;33";
            case INFO -> "1;36";
        };
    }
}
