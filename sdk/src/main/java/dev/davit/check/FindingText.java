package dev.davit.check;

import dev.davit.document.Origin;
import dev.davit.model.Acknowledgement;
import java.util.Locale;
import java.util.regex.Pattern;

/** Write a finding for a person; the only place that knows the layout. */
public final class FindingText {
    /** The columns that the layout is made for; a narrower terminal moves what stands right to the left, and wraps. */
    public static final int WIDTH = 100;

    private static final int NARROWEST = 40;
    private static final int TARGET_COLUMN = 81;
    private static final int RESOURCE_COLUMN = 69;
    private static final int REMARK_COLUMN = 63;
    /** What could move the cursor, set a colour or turn the writing direction: shown by number, never sent. */
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069&&[^\\n]]");

    private final Finding finding;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    private FindingText(Finding finding, int width) {
        this.finding = finding;
        this.width = Math.max(NARROWEST, width);
    }

    /** Write it as lines of at most {@link #WIDTH} columns, without a line end after the last. */
    public static String of(Finding finding) {
        return of(finding, WIDTH);
    }

    /**
     * Write it as lines of at most so many columns, without a line end after the last. A word that is longer stays whole, so
     * that it can be copied.
     */
    public static String of(Finding finding, int columns) {
        return new FindingText(finding, columns).write();
    }

    private String write() {
        String head = finding.severity().word() + " " + finding.id() + "  ";
        String target = finding.target().map(it -> "target " + it).orElse("");
        if (finding.acknowledgement().isPresent()) {
            head = "muted " + head;
        }
        line(head, finding.what(), TARGET_COLUMN, target);
        calls();
        finding.acknowledgement().ifPresentOrElse(this::muted, this::advice);
        text.setLength(text.length() - 1);
        return text.toString();
    }

    private void calls() {
        String resource = finding.resource().map(Object::toString).orElse("");
        for (Origin origin : finding.origins()) {
            String at = origin.location().map(Object::toString).orElse("");
            line("  --> ", at + "  " + origin.text(), RESOURCE_COLUMN, resource);
            resource = "";
        }
        if (!resource.isEmpty()) {
            line("  --> ", resource, 0, "");
        }
    }

    private void muted(Acknowledgement by) {
        line("  muted until " + by.until() + "  ", by.reason(), 0, "");
    }

    private void advice() {
        paragraph("  why  ", finding.why());
        paragraph("  fix  ", finding.fix());
        if (finding.canBeMuted()) {
            String call = String.format(Locale.ROOT, ".acknowledge(\"%s\", \"reason\", LocalDate)", finding.id());
            line("  mute ", call, REMARK_COLUMN, "(expired acknowledgements are errors)");
        }
    }

    private void paragraph(String label, String words) {
        String lead = label;
        for (String line : words.split("\n")) {
            line(lead, line, 0, "");
            lead = " ".repeat(label.length());
        }
    }

    /** Writes words behind a label, wrapped under their own beginning, and something at the right where there is room. */
    private void line(String label, String words, int column, String right) {
        String lead = label;
        String rest = safe(words);
        while (lead.length() + rest.length() > width) {
            int end = rest.lastIndexOf(' ', width - lead.length());
            end = end > 0 ? end : rest.indexOf(' ');
            if (end < 0) {
                break;
            }
            text.append(lead).append(rest.substring(0, end).stripTrailing()).append('\n');
            lead = " ".repeat(label.length());
            rest = rest.substring(end).stripLeading();
        }
        text.append(lead).append(rest);
        right(lead.length() + rest.length(), label.length(), column, safe(right));
        text.append('\n');
    }

    private void right(int used, int indent, int column, String right) {
        if (right.isEmpty()) {
            return;
        }
        int start = Math.max(used + 2, Math.min(column, width - right.length()));
        if (start + right.length() <= width || right.length() > width - indent) {
            text.append(" ".repeat(start - used)).append(right);
        } else {
            text.append('\n')
                    .append(" ".repeat(Math.max(indent, width - right.length())))
                    .append(right);
        }
    }

    private static String safe(String words) {
        return UNSAFE.matcher(words)
                .replaceAll(found -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
    }
}
