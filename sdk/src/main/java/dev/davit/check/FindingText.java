package dev.davit.check;

import dev.davit.document.Origin;
import java.util.Locale;

/** Write a finding for a person; the only place that knows the layout. */
public final class FindingText {
    private static final int TARGET_COLUMN = 81;
    private static final int RESOURCE_COLUMN = 69;
    private static final int REMARK_COLUMN = 63;

    private final Finding finding;
    private final StringBuilder text = new StringBuilder();

    private FindingText(Finding finding) {
        this.finding = finding;
    }

    /** Write it as lines, without one at the end. */
    public static String of(Finding finding) {
        return new FindingText(finding).write();
    }

    private String write() {
        line(
                finding.severity().word() + " " + finding.id() + "  " + finding.what(),
                TARGET_COLUMN,
                finding.target().map(it -> "target " + it).orElse(""));
        boolean first = true;
        for (Origin origin : finding.origins()) {
            String resource = first ? finding.resource().map(Object::toString).orElse("") : "";
            String at = origin.location().map(Object::toString).orElse("");
            line("  --> " + at + "  " + origin.text(), RESOURCE_COLUMN, resource);
            first = false;
        }
        if (finding.origins().isEmpty()) {
            finding.resource().ifPresent(it -> line("  --> " + it, 0, ""));
        }
        paragraph("  why  ", finding.why());
        paragraph("  fix  ", finding.fix());
        mute();
        text.setLength(text.length() - 1);
        return text.toString();
    }

    private void mute() {
        finding.acknowledgement().ifPresent(by -> line("  muted until " + by.until() + ": " + by.reason(), 0, ""));
        if (finding.canBeMuted() && finding.acknowledgement().isEmpty()) {
            line(
                    String.format(Locale.ROOT, "  mute .acknowledge(\"%s\", \"reason\", LocalDate)", finding.id()),
                    REMARK_COLUMN,
                    "(expired acknowledgements are errors)");
        }
    }

    private void paragraph(String label, String words) {
        String lead = label;
        for (String line : words.split("\n")) {
            line(lead + line, 0, "");
            lead = " ".repeat(label.length());
        }
    }

    private void line(String left, int column, String right) {
        text.append(left);
        if (!right.isEmpty()) {
            text.append(" ".repeat(Math.max(2, column - left.length()))).append(right);
        }
        text.append('\n');
    }
}
