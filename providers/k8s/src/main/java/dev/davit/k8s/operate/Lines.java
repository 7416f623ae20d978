package dev.davit.k8s.operate;

import java.util.ArrayList;
import java.util.List;

/** Makes text of a cluster fit to be shown: what could steer a terminal is escaped, long lines and long logs are cut. */
final class Lines {
    private static final int WIDTH = 300;

    private Lines() {}

    /** Makes one line of it. */
    static String visible(String text) {
        StringBuilder out = new StringBuilder();
        text.strip().codePoints().forEach(point -> append(out, point));
        return out.length() <= WIDTH ? out.toString() : out.substring(0, whole(out, WIDTH)) + " ...";
    }

    /** Gives the last lines that say anything, oldest first. */
    static List<String> last(String log, int count) {
        List<String> lines = new ArrayList<>(
                log.lines().map(Lines::visible).filter(it -> !it.isEmpty()).toList());
        return List.copyOf(lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    private static void append(StringBuilder out, int point) {
        if (point == '\t' || point == '\n' || point == '\r') {
            out.append(' ');
        } else if (isHidden(point)) {
            out.append(String.format("\\u%04x", point));
        } else {
            out.appendCodePoint(point);
        }
    }

    /** Beside control characters: marks that turn the direction of text, have no width, or stand alone. */
    private static boolean isHidden(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static int whole(CharSequence text, int end) {
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
