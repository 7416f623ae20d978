package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/** Knows how an environment variable may be named and what it may hold. */
final class EnvNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String WHY = "shells and both targets take letters, digits and _, not starting with a digit";
    private static final String FIX = "rename the variable";

    private EnvNames() {}

    private static boolean valid(String name) {
        return NAME.matcher(name).matches();
    }

    private static String what(String name) {
        return "environment variable " + JavaText.quoted(name) + " has no valid name";
    }

    /** Finds what is wrong with a variable; true if nothing is. */
    static boolean check(String name, String text, Refusal refusal) {
        if (!valid(name)) {
            refusal.refuse(what(name), WHY, FIX);
            return false;
        }
        return checkText(name, text, refusal);
    }

    private static boolean checkText(String name, String text, Refusal refusal) {
        if (text == null) {
            refusal.refuse(
                    "environment variable " + name + " has no value",
                    "the text is null, as System.getenv gives it where a variable is not set",
                    "give a text, or set the variable only where there is one");
            return false;
        }
        if (!text.equals(new String(text.getBytes(UTF_8), UTF_8))) {
            refusal.refuse(
                    "the text of environment variable " + name + " cannot be passed on",
                    "it holds half of a surrogate pair, which no encoding carries",
                    "remove the character, or write the pair in full");
            return false;
        }
        return true;
    }

    /** Takes what is wrong. */
    @FunctionalInterface
    interface Refusal {
        void refuse(String what, String why, String fix);
    }
}
