package dev.davit.cli.view;

import dev.davit.document.Node;
import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.FieldChange;
import java.util.List;
import java.util.Optional;

/** Shows the fields of a change, one line each where there is room. */
final class FieldLines {
    private static final String INDENT = "      ";
    private static final int WIDEST_PATH = 60;

    private final Page page;
    private final boolean full;

    FieldLines(Page page, PlanDetail detail) {
        this.page = page;
        this.full = detail == PlanDetail.FULL;
    }

    void show(Change change) {
        if (!full && (change.action() == Action.CREATE || change.action() == Action.DELETE)) {
            return;
        }
        List<FieldChange> shown =
                change.fields().stream().filter(it -> full || it.isOurs()).toList();
        int path = shown.stream()
                .filter(it -> !isText(it))
                .mapToInt(it -> it.path().length())
                .filter(it -> it <= WIDEST_PATH)
                .max()
                .orElse(0);
        shown.forEach(it -> show(it, path));
        int hidden = change.fields().size() - shown.size();
        if (hidden > 0) {
            page.words(
                    INDENT + "  ", "and " + Count.of(hidden, "field") + " that others set by themselves (--view full)");
        }
    }

    private void show(FieldChange field, int width) {
        if (isText(field)) {
            text(field);
            return;
        }
        Page.Line line = page.line().add(INDENT).add(paint(field), sign(field)).add(" " + field.path());
        String value = value(field) + by(field);
        int column = INDENT.length() + 2 + width + 2;
        if (Math.max(column, INDENT.length() + 4 + field.path().length()) + value.length() <= page.columns()) {
            line.at(column).add(value).end();
            return;
        }
        line.end();
        if (field.before().isPresent()
                && field.after().isPresent()
                && INDENT.length() + 4 + value.length() > page.columns()) {
            value(Paint.BAD, "- ", field.before());
            value(Paint.GOOD, "+ ", field.after());
            note(by(field));
        } else {
            page.line().add(INDENT + "    ").add(value).end();
        }
    }

    private void value(Paint paint, String sign, Optional<Node> node) {
        page.line()
                .add(INDENT + "    ")
                .add(paint, sign)
                .add(node.map(this::text).orElse(""))
                .end();
    }

    private void note(String words) {
        if (!words.isEmpty()) {
            page.line().add(INDENT + "   ").add(words).end();
        }
    }

    private void text(FieldChange field) {
        TextHunk hunk = TextHunk.between(
                field.before().map(ValueText::lines).orElse(List.of()),
                field.after().map(ValueText::lines).orElse(List.of()));
        page.line()
                .add(INDENT)
                .add(paint(field), sign(field))
                .add(" " + field.path() + "  " + hunk.where() + by(field))
                .end();
        hunk.lines(full)
                .forEach(it -> page.line()
                        .add(INDENT + "    ")
                        .add(it.startsWith("-") ? Paint.BAD : it.startsWith("+") ? Paint.GOOD : Paint.NONE, it)
                        .end());
    }

    private String value(FieldChange field) {
        String before = field.before().map(this::text).orElse("");
        String after = field.after().map(this::text).orElse("");
        return field.before().isPresent() && field.after().isPresent() ? before + " -> " + after : before + after;
    }

    private String text(Node node) {
        return full ? ValueText.of(node) : ValueText.cut(node);
    }

    private static boolean isText(FieldChange field) {
        return field.before().filter(ValueText::hasLines).isPresent()
                || field.after().filter(ValueText::hasLines).isPresent();
    }

    private static String by(FieldChange field) {
        return field.by().map(it -> "  (by " + it + ")").orElse("");
    }

    private static String sign(FieldChange field) {
        return field.before().isEmpty() ? "+" : field.after().isEmpty() ? "-" : "~";
    }

    private static Paint paint(FieldChange field) {
        return field.before().isEmpty() ? Paint.GOOD : field.after().isEmpty() ? Paint.BAD : Paint.CHANGED;
    }
}
