package dev.davit.cli.view;

import dev.davit.cli.Visible;

/** Collects lines of at most so many columns. Text of others is made visible here, so no view can forget to. */
final class Page {
    private static final int NARROWEST = 40;

    private final int columns;
    private final boolean color;
    private final StringBuilder text = new StringBuilder();

    Page(int columns, boolean color) {
        this.columns = Math.max(NARROWEST, columns);
        this.color = color;
    }

    int columns() {
        return columns;
    }

    void blank() {
        text.append('\n');
    }

    void heading(String words) {
        blank();
        int end = words.length() <= columns ? -1 : breakIn(words, columns);
        if (end < 0) {
            text.append(Paint.BOLD.on(Visible.line(words), color)).append('\n');
        } else {
            text.append(Paint.BOLD.on(Visible.line(words.substring(0, end)), color))
                    .append('\n');
            words("    ", words.substring(end).strip());
        }
    }

    /** Writes words behind a lead, wrapped under their own beginning; a word that is too long stays whole. */
    void words(String lead, Paint paint, String words) {
        String rest = Visible.line(words);
        String before = paint.on(lead, color);
        int room = Math.max(1, columns - lead.length());
        while (rest.length() > room) {
            int end = breakIn(rest, room);
            if (end < 0) {
                break;
            }
            text.append(before).append(rest.substring(0, end).stripTrailing()).append('\n');
            before = " ".repeat(lead.length());
            rest = rest.substring(end).stripLeading();
        }
        text.append((before + rest).stripTrailing()).append('\n');
    }

    /** Breaks neither inside quotes, whose content is to be copied, nor behind a number, if there is another place. */
    private static int breakIn(String words, int room) {
        char quote = 0;
        int best = -1;
        for (int i = 0; i < words.length() && (i <= room || best < 0); i++) {
            char c = words.charAt(i);
            char before = i == 0 ? ' ' : words.charAt(i - 1);
            if (quote == 0 && (c == '"' || c == '\'' && before == ' ')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == ' ' && quote == 0 && i > 0 && !Character.isDigit(before)) {
                best = i;
            }
        }
        return best > 0 ? best : words.indexOf(' ');
    }

    void words(String lead, String words) {
        words(lead, Paint.NONE, words);
    }

    Line line() {
        return new Line();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** One line that is made of columns. */
    final class Line {
        private final StringBuilder line = new StringBuilder();
        private int length;

        Line add(Paint paint, String words) {
            String visible = Visible.line(words);
            line.append(paint.on(visible, color));
            length += visible.length();
            return this;
        }

        Line add(String words) {
            return add(Paint.NONE, words);
        }

        /** Goes on at a column, at least two behind what is there. */
        Line at(int column) {
            int gap = Math.max(length == 0 ? 0 : 2, column - length);
            line.append(" ".repeat(gap));
            length += gap;
            return this;
        }

        /** Adds what explains the line, if all of it has room. */
        Line ifItFits(int column, String words) {
            String visible = Visible.line(words);
            return Math.max(length + 2, column) + visible.length() <= columns
                    ? at(column).add(words)
                    : this;
        }

        boolean hasRoomFor(int more) {
            return length + more <= columns;
        }

        void end() {
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
