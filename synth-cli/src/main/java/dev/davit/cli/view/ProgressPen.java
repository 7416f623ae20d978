package dev.davit.cli.view;

import dev.davit.cli.Visible;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes progress in one of two ways. */
interface ProgressPen {
    /** Writes a line that stays. */
    void say(Instant at, Paint paint, String word, String words);

    /** Writes that a step has to wait, where nothing else shows it. */
    void waits(Instant at, String does, String progress);

    /** Writes lines in place of those that were drawn before. */
    void draw(List<String> lines);

    boolean redraws();

    /** Appends: for logs that nobody can erase in. */
    record Lines(PrintStream err) implements ProgressPen {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

        @Override
        public void say(Instant at, Paint paint, String word, String words) {
            err.print(TIME.format(at) + String.format(Locale.ROOT, " %-9s ", word) + Visible.line(words) + "\n");
            err.flush();
        }

        @Override
        public void waits(Instant at, String does, String progress) {
            say(at, Paint.NONE, "waits", does + "  " + progress);
        }

        @Override
        public void draw(List<String> lines) {}

        @Override
        public boolean redraws() {
            return false;
        }
    }

    /** Draws a region below the lines that stay, never higher than a small terminal is. */
    final class Region implements ProgressPen {
        private static final int HIGHEST = 12;

        private final PrintStream err;
        private final int columns;
        private final boolean color;
        private int drawn;

        Region(PrintStream err, int columns, boolean color) {
            this.err = err;
            this.columns = columns;
            this.color = color;
        }

        @Override
        public void say(Instant at, Paint paint, String word, String words) {
            erase();
            err.print(
                    " " + paint.on(String.format(Locale.ROOT, "%-8s", word), color) + " " + Visible.line(words) + "\n");
            err.flush();
        }

        @Override
        public void waits(Instant at, String does, String progress) {}

        @Override
        public void draw(List<String> lines) {
            erase();
            int shown = lines.size() <= HIGHEST ? lines.size() : HIGHEST - 2;
            lines.subList(0, shown).forEach(this::drawn);
            if (shown < lines.size()) {
                drawn("  and " + (lines.size() - shown - 1) + " more");
                drawn(lines.get(lines.size() - 1));
            }
            err.flush();
        }

        private void drawn(String line) {
            String visible = Visible.line(line);
            err.print((visible.length() < columns ? visible : visible.substring(0, columns - 1)) + "\n");
            drawn++;
        }

        private void erase() {
            if (drawn > 0) {
                err.print("\u001b[" + drawn + "A\u001b[J");
                drawn = 0;
            }
        }

        @Override
        public boolean redraws() {
            return true;
        }
    }
}
