package dev.davit.k8s.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Find the name that was probably meant: the one with the fewest changed letters, if they are few. */
final class Nearest {
    private Nearest() {}

    static Optional<String> to(String typed, Collection<String> names) {
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

    private static int letters(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[previous.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int swapped = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swapped, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[other.length()];
    }
}
