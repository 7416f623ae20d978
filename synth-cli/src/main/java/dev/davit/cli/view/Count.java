package dev.davit.cli.view;

/** Counts in words. */
final class Count {
    private Count() {}

    static String of(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
