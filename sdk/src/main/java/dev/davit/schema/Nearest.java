package dev.davit.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Find the name that was probably meant: the one with the fewest changed letters, if they are few. */
public final class Nearest {
    private Nearest() {}

    /** Give the nearest of the names, unless all are far; capitals count as small letters. */
    public static Optional<String> to(String typed, Collection<String> names) {
        return names.stream()
                .filter(name -> distance(typed, name) <= Math.max(1, Math.min(typed.length(), name.length()) / 3))
                .min(Comparator.<String>comparingInt(name -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String typed, String name) {
        // Nothing that long is a slip, and the table would grow with the square of a hostile key.
        return typed.length() > 2 * name.length() + 2
                ? Integer.MAX_VALUE
                : letters(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    /** Counts letters that were changed, left out, added, or swapped with their neighbour. */
    private static int letters(String one, String other) {
        int[][] changes = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                changes[i][j] = i == 0 || j == 0 ? i + j : fewest(changes, one, other, i, j);
            }
        }
        return changes[one.length()][other.length()];
    }

    private static int fewest(int[][] changes, String one, String other, int i, int j) {
        char last = one.charAt(i - 1);
        int fewest = Math.min(
                changes[i - 1][j - 1] + (last == other.charAt(j - 1) ? 0 : 1),
                1 + Math.min(changes[i - 1][j], changes[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && last == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(fewest, changes[i - 2][j - 2] + 1) : fewest;
    }
}
