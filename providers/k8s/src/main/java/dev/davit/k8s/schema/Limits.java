package dev.davit.k8s.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Limit a value beyond its format; null and the empty list limit nothing. */
record Limits(List<String> allowed, BigDecimal least, BigDecimal most, Pattern pattern) {
    static final Limits NONE = new Limits(List.of(), null, null, null);

    /** Say what a value must be and is not, if it breaks a limit. */
    Optional<String> broken(Object value) {
        if (value instanceof String text) {
            return ofText(text);
        }
        return value instanceof Number number ? ofNumber(new BigDecimal(number.toString())) : Optional.empty();
    }

    private Optional<String> ofText(String text) {
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            String names = allowed.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
            return Optional.of(allowed.size() == 1 ? "must be " + names : "must be one of " + names);
        }
        boolean fits = pattern == null || pattern.matcher(text).find();
        return fits ? Optional.empty() : Optional.of("must match the pattern " + pattern);
    }

    private Optional<String> ofNumber(BigDecimal number) {
        if (least != null && number.compareTo(least) < 0) {
            return Optional.of("must be " + least + " or more");
        }
        boolean fits = most == null || number.compareTo(most) <= 0;
        return fits ? Optional.empty() : Optional.of("must be " + most + " or less");
    }
}
