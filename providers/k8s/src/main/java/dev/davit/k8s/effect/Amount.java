package dev.davit.k8s.effect;

import dev.davit.document.Node;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Read quantities: {@code 500m}, {@code 1Gi}, {@code 2e3} (apimachinery's {@code resource.Quantity}). */
public final class Amount {
    private static final Pattern QUANTITY =
            Pattern.compile("([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))([eE][+-]?[0-9]{1,2})?([a-zA-Z]*)");
    private static final String BINARY = "KMGTPE";
    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);

    private Amount() {}

    /** Say whether two texts are quantities of the same amount. */
    public static boolean isSame(String one, String other) {
        Optional<BigDecimal> amount = parse(one);
        return amount.isPresent()
                && parse(other).filter(it -> it.compareTo(amount.get()) == 0).isPresent();
    }

    static Optional<BigDecimal> parse(String text) {
        Matcher parts = QUANTITY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String exponent = parts.group(2) == null ? "" : parts.group(2);
        return unit(parts.group(3)).map(new BigDecimal(parts.group(1) + exponent)::multiply);
    }

    private static Optional<BigDecimal> unit(String suffix) {
        if (suffix.length() == 2 && suffix.endsWith("i") && BINARY.indexOf(suffix.charAt(0)) >= 0) {
            return Optional.of(new BigDecimal(1024).pow(BINARY.indexOf(suffix.charAt(0)) + 1));
        }
        return Optional.ofNullable(DECIMAL.get(suffix)).map(BigDecimal.ONE::scaleByPowerOfTen);
    }

    /** Reads a map of amounts by name; what is none is left out. */
    static TreeMap<String, BigDecimal> map(Node from, String... path) {
        TreeMap<String, BigDecimal> amounts = new TreeMap<>();
        Fields.map(from, path)
                .entries()
                .forEach((name, node) ->
                        Fields.word(node).flatMap(Amount::parse).ifPresent(it -> amounts.put(name, it)));
        return amounts;
    }

    static void add(Map<String, BigDecimal> sum, Map<String, BigDecimal> more) {
        more.forEach((name, amount) -> sum.merge(name, amount, BigDecimal::add));
    }
}
