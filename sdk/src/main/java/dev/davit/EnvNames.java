package dev.davit;

/** Knows how an environment variable may be named. */
final class EnvNames {
    static final String WHY = "shells and both targets take letters, digits and _, not starting with a digit";
    static final String FIX = "rename the variable";

    private EnvNames() {}

    static boolean valid(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*");
    }

    static String what(String name) {
        return "environment variable " + JavaText.quoted(name) + " has no valid name";
    }
}
