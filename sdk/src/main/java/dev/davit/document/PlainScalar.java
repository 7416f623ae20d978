package dev.davit.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolve bare text by the core schema of YAML 1.2 (specification 1.2.2, section 10.3.2). */
final class PlainScalar {
    private static final Pattern BASED = Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    /** Sign, then digits in base 16, 2, 8 or 10, as Go reads them with base 0. */
    private static final Pattern OF_GO =
            Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))");

    private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?");
    private static final Pattern HUGE_EXPONENT =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)[eE][-+]?[0-9]{5,}");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    /** Java parses numbers in the square of their length; nothing that is counted or measured needs more digits. */
    private static final int MOST_DIGITS = 400;

    /** What YAML 1.1 takes for booleans besides true and false. */
    private static final Map<String, Boolean> BOOLEANS = booleans();

    private PlainScalar() {}

    private static Map<String, Boolean> booleans() {
        Map<String, Boolean> words = new HashMap<>();
        List.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON").forEach(it -> words.put(it, true));
        List.of("n", "N", "no", "No", "NO", "off", "Off", "OFF").forEach(it -> words.put(it, false));
        return words;
    }

    /**
     * Give null, a boolean, a number, or the text itself.
     *
     * @throws Unfit if readers would not agree on it, or no document holds it
     */
    static Object read(String text, Dialect dialect) {
        if (dialect == Dialect.KUBERNETES && text.length() <= 3 && BOOLEANS.containsKey(text)) {
            return BOOLEANS.get(text);
        }
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> null;
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> mayBeNumber(text.charAt(0)) ? number(text, dialect) : text;
        };
    }

    private static boolean mayBeNumber(char first) {
        return first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.';
    }

    private static Object number(String text, Dialect dialect) {
        if (NOT_FINITE.matcher(text).matches()) {
            throw new Unfit("a number that is not finite", "neither JSON nor any field holds it");
        }
        if (dialect == Dialect.KUBERNETES) {
            return asKubectl(text);
        }
        if (LEADING_ZERO.matcher(text).matches()) {
            throw new Unfit("a whole number that begins with 0", "YAML 1.1 reads it as octal and YAML 1.2 as decimal");
        }
        if (HUGE_EXPONENT.matcher(text).matches()) {
            throw new Unfit("a number with an exponent of more than four digits", "no reader keeps it");
        }
        if (BASED.matcher(text).matches()) {
            return whole(text.substring(2), text.charAt(1) == 'x' ? 16 : 8);
        }
        if (WHOLE.matcher(text).matches()) {
            return whole(text, 10);
        }
        return DECIMAL.matcher(text).matches() ? new BigDecimal(checked(text)) : text;
    }

    /** Underlines between digits do not count, and what is no whole number can be a fraction. */
    private static Object asKubectl(String text) {
        String plain = checked(text.replace("_", ""));
        Matcher whole = OF_GO.matcher(plain);
        if (!whole.matches()) {
            return DECIMAL.matcher(plain).matches() ? new BigDecimal(plain) : text;
        }
        int[] bases = {16, 2, 8, 10};
        for (int i = 0; i < bases.length; i++) {
            if (whole.group(i + 2) != null) {
                return whole(whole.group(1) + whole.group(i + 2), bases[i]);
            }
        }
        throw new IllegalStateException(plain);
    }

    private static Object whole(String digits, int base) {
        BigInteger number = new BigInteger(checked(digits), base);
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : new BigDecimal(number);
    }

    private static String checked(String text) {
        if (text.length() > MOST_DIGITS) {
            throw new Unfit("a number of more than " + MOST_DIGITS + " digits", "no reader keeps it");
        }
        return text;
    }

    /** A scalar that is refused; whoever knows the place makes the message. The value itself may be a secret. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String why;

        Unfit(String what, String why) {
            super(what, null, false, false);
            this.why = why;
        }

        String why() {
            return why;
        }
    }
}
