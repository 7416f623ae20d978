package dev.davit.render.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Says which lines a request for logs asks for. A value may have {@code *} for any text, or be a regular expression between slashes;
 * source: https://render.com/docs/logging, wildcards and regular expressions.
 */
final class LogFilters {
    /** The parameters that name a label. */
    private static final List<String> LABELS = List.of(
            "resource",
            "instance",
            "host",
            "statusCode",
            "method",
            "task",
            "taskRun",
            "sandbox",
            "level",
            "type",
            "path");

    private LogFilters() {}

    static Predicate<Entity> of(Call call) {
        Predicate<Entity> wanted = any(call.query().getOrDefault("text", List.of()), false, "message");
        for (String label : LABELS) {
            wanted = wanted.and(any(call.all(label), true, label));
        }
        return wanted;
    }

    /** Gives the value of a line's label; empty if it has none of that name. */
    static String label(Entity line, String name) {
        return line.parts("labels").stream()
                .filter(it -> it.text("name").equals(name))
                .map(it -> it.text("value"))
                .findFirst()
                .orElse("");
    }

    private static Predicate<Entity> any(List<String> values, boolean whole, String name) {
        if (values.isEmpty()) {
            return line -> true;
        }
        List<Predicate<String>> patterns =
                values.stream().map(it -> pattern(name, it, whole)).toList();
        return line -> {
            String text = whole ? label(line, name) : line.text(name);
            return patterns.stream().anyMatch(it -> it.test(text));
        };
    }

    private static Predicate<String> pattern(String name, String value, boolean whole) {
        if (value.length() > 2 && value.startsWith("/") && value.endsWith("/")) {
            try {
                return Pattern.compile(value.substring(1, value.length() - 1)).asPredicate();
            } catch (PatternSyntaxException e) {
                throw Problem.badRequest("the filter " + name + " is not a regular expression that can be read");
            }
        }
        String glob = Arrays.stream(value.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        Pattern pattern = Pattern.compile(glob, Pattern.DOTALL);
        return whole ? pattern.asMatchPredicate() : pattern.asPredicate();
    }
}
