package dev.davit.cli.view;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a value in one line; text is quoted where it could be taken for something else. */
final class ValueText {
    private static final int LONGEST = 200;
    private static final Pattern AMBIGUOUS =
            Pattern.compile("|true|false|null|[-+]?[0-9][0-9.eE+-]*|\\s.*|.*\\s|[\"\\[{].*", Pattern.DOTALL);

    private ValueText() {}

    static String of(Node node) {
        if (node instanceof MapNode map) {
            return map.entries().entrySet().stream()
                    .map(it -> it.getKey() + ": " + of(it.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof ListNode list) {
            return list.items().stream().map(ValueText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        Object value = ((ScalarNode) node).value();
        return value instanceof String text && AMBIGUOUS.matcher(text).matches()
                ? '"' + text + '"'
                : String.valueOf(value);
    }

    /** Writes the beginning of what is long, and how long it is. */
    static String cut(Node node) {
        String text = of(node);
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "... (" + text.getBytes(StandardCharsets.UTF_8).length + " bytes)";
    }

    static boolean hasLines(Node node) {
        return node instanceof ScalarNode scalar && scalar.value() instanceof String text && text.contains("\n");
    }

    static List<String> lines(Node node) {
        return (node instanceof ScalarNode scalar && scalar.value() instanceof String text ? text : of(node))
                .lines()
                .toList();
    }
}
