package dev.davit.cli.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds where two texts of many lines differ: all between their common beginning and their common end.
 *
 * @param start how many lines of the beginning are common
 * @param before the lines that go
 * @param after the lines that come
 */
record TextHunk(int start, List<String> before, List<String> after) {
    private static final int MOST = 12;

    static TextHunk between(List<String> before, List<String> after) {
        int most = Math.min(before.size(), after.size());
        int start = 0;
        while (start < most && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        return new TextHunk(
                start, before.subList(start, before.size() - end), after.subList(start, after.size() - end));
    }

    /** Says {@code from line 3: 1 line goes, 2 come}. */
    String where() {
        if (before.isEmpty() && after.isEmpty()) {
            return "only line ends differ";
        }
        return "from line " + (start + 1) + ": " + Count.of(before.size(), "line") + " before, " + after.size()
                + " after";
    }

    List<String> lines(boolean all) {
        List<String> lines = new ArrayList<>();
        before.forEach(it -> lines.add("- " + it));
        after.forEach(it -> lines.add("+ " + it));
        if (all || lines.size() <= MOST) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, MOST));
        some.add("and " + Count.of(lines.size() - MOST, "line") + " more (--view full)");
        return some;
    }
}
