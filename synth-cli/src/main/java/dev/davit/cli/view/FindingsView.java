package dev.davit.cli.view;

import dev.davit.check.Finding;
import dev.davit.check.FindingText;
import dev.davit.check.Severity;
import java.util.ArrayList;
import java.util.List;

/** Shows findings to a person, worst first, and counts them. */
public final class FindingsView {
    private final List<Finding> findings;
    private final boolean color;

    public FindingsView(List<Finding> findings, boolean color) {
        this.findings = List.copyOf(findings);
        this.color = color;
    }

    /** Write all findings that are not muted, with an empty line after each. */
    public String text() {
        StringBuilder text = new StringBuilder();
        findings.stream()
                .filter(it -> it.acknowledgement().isEmpty())
                .forEach(it -> text.append(colored(it)).append("\n\n"));
        return text.toString();
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

    private String colored(Finding finding) {
        String text = FindingText.of(finding);
        if (!color) {
            return text;
        }
        String word = finding.severity().word();
        return "\u001b[1;" + code(finding.severity()) + "m" + word + "\u001b[0m" + text.substring(word.length());
    }

    private static int code(Severity severity) {
        return switch (severity) {
            case ERROR -> 31;
            case WARNING -> 33;
            case INFO -> 36;
        };
    }
}
