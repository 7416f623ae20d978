package dev.davit.k8s.operate;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares amounts as Kubernetes writes them: {@code 10Gi}, {@code 500m}, {@code 1e3}. */
record Quantity(BigDecimal value) implements Comparable<Quantity> {
    private static final Pattern TEXT =
            Pattern.compile("([+-]?\\d{1,30}(?:\\.\\d{1,30})?)(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\\d{1,2}))?");
    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final String BINARY = "KMGTPE";

    static Optional<Quantity> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        if (matcher.group(3) != null) {
            return Optional.of(new Quantity(number.scaleByPowerOfTen(Integer.parseInt(matcher.group(3)))));
        }
        return Optional.of(new Quantity(matcher.group(2) == null ? number : times(number, matcher.group(2))));
    }

    private static BigDecimal times(BigDecimal number, String suffix) {
        return suffix.endsWith("i")
                ? number.multiply(BigDecimal.valueOf(1024).pow(BINARY.indexOf(suffix.charAt(0)) + 1))
                : number.scaleByPowerOfTen(DECIMAL.get(suffix));
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }
}
