package dev.davit.document;

import java.math.BigDecimal;

/** Write numbers as every reader of YAML 1.1, YAML 1.2 and JSON takes them. */
final class NumberText {
    /** More zeros than this nobody reads, and a few bytes of input must not become gigabytes of output. */
    private static final int MOST_ZEROS = 40;

    private NumberText() {}

    static String of(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_ZEROS ? number.toPlainString() : scientific(number);
    }

    /** Write {@code 1.0E+99}: a YAML 1.1 reader takes it for text without the dot or without the sign. */
    private static String scientific(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        long exponent = digits.length() - 1L - number.scale();
        return (number.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + "."
                + (digits.length() == 1 ? "0" : digits.substring(1))
                + (exponent < 0 ? "E" : "E+")
                + exponent;
    }
}
