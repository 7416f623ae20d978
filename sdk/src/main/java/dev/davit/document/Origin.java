package dev.davit.document;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Say why a node is in a tree.
 *
 * @param kind who put it there
 * @param text the user's call as Java ({@code .port(8000)}), or the name of the default set or the target's rule
 * @param at the user's line; null where no line of the user's stands behind it
 */
public record Origin(Kind kind, String text, SourceLocation at) {
    /** Order the sources from the nearest to the user to the farthest. */
    public enum Kind {
        RAW,
        USER,
        FILE,
        DEFAULT,
        TARGET
    }

    public Origin {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** Name a setter that the user called. */
    public static Origin user(String call, SourceLocation at) {
        return new Origin(Kind.USER, call, Objects.requireNonNull(at, "at"));
    }

    /** Name a raw override of the user's. */
    public static Origin raw(String call, SourceLocation at) {
        return new Origin(Kind.RAW, call, Objects.requireNonNull(at, "at"));
    }

    /** Name the line of the file that was read. */
    public static Origin file(SourceLocation at) {
        return new Origin(Kind.FILE, at.file(), at);
    }

    /** Name the default set that filled in what the user left open. */
    public static Origin defaultSet(String text) {
        return new Origin(Kind.DEFAULT, text, null);
    }

    /** Name the rule of a target that asks for the node. */
    public static Origin target(String rule) {
        return new Origin(Kind.TARGET, rule, null);
    }

    /** Give the user's line, if there is one. */
    public Optional<SourceLocation> location() {
        return Optional.ofNullable(at);
    }

    /** Write it for machines: {@code kind}, {@code text} and, where it is known, {@code at}. */
    public MapNode toNode() {
        MapNode node = new MapNode(null)
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("text", text);
        return at == null ? node : node.put("at", at.toNode());
    }
}
