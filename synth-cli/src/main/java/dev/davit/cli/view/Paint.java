package dev.davit.cli.view;

/** Sets colours where there are any; never the only thing that tells two lines apart. */
enum Paint {
    NONE(""),
    BOLD("1"),
    DIM("2"),
    GOOD("32"),
    CHANGED("33"),
    OTHER("36"),
    BAD("1;31");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    String on(String text, boolean color) {
        return color && this != NONE && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
