package dev.davit.document;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** Hold text, a boolean, a number or null. */
public final class ScalarNode implements Node {
    private final Object value;
    private final String written;
    private final Origin origin;

    private ScalarNode(Object value, String written, Origin origin) {
        this.value = value;
        this.written = written;
        this.origin = origin;
    }

    /**
     * Make a scalar; whole numbers are kept as {@code Long}, other numbers as {@code BigDecimal}.
     *
     * @throws IllegalArgumentException if the value is no scalar, or a number that JSON cannot write
     */
    public static ScalarNode of(Object value, Origin origin) {
        return new ScalarNode(normal(value), null, origin);
    }

    /** Makes one that a file wrote in its own way, such as {@code 3.10} or {@code True}. */
    static ScalarNode read(Object value, String written, Origin origin) {
        return new ScalarNode(normal(value), written.equals(String.valueOf(value)) ? null : written, origin);
    }

    private static Object normal(Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number);
        }
        // Only the type: the value may be a secret, or a reference that has no text.
        throw new IllegalArgumentException("a document holds text, booleans, finite numbers, maps and lists, not "
                + (value instanceof Double
                        ? "a number that is not finite"
                        : value.getClass().getName()));
    }

    /** Give the value: {@code null}, {@code String}, {@code Boolean}, {@code Long} or {@code BigDecimal}. */
    public Object value() {
        return value;
    }

    /** Give the value as the file wrote it, without quotes; empty for null. */
    public String written() {
        return written != null ? written : value == null ? "" : String.valueOf(value);
    }

    @Override
    public Optional<Origin> origin() {
        return Optional.ofNullable(origin);
    }

    @Override
    public ScalarNode copy() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScalarNode scalar && Objects.equals(scalar.value, value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
