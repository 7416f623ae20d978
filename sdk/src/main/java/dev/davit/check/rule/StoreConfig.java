package dev.davit.check.rule;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Pointer;
import dev.davit.document.ScalarNode;
import dev.davit.model.DesiredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds directives of Redis and Valkey in a finished object: in a configuration file, in a command, or word by word. */
final class StoreConfig {
    /**
     * Holds one directive.
     *
     * @param pointer where it stands
     * @param value what is said, without the name
     */
    record Directive(String pointer, String value) {}

    private record Scalar(String pointer, String text) {}

    private final List<Scalar> scalars = new ArrayList<>();

    StoreConfig(DesiredObject object) {
        walk(new ArrayList<>(), object.tree());
    }

    private void walk(List<String> steps, Node node) {
        if (node instanceof MapNode map) {
            map.entries().forEach((key, child) -> walk(steps, key, child));
        } else if (node instanceof ListNode list) {
            for (int i = 0; i < list.size(); i++) {
                walk(steps, String.valueOf(i), list.get(i));
            }
        } else if (node instanceof ScalarNode scalar && scalar.value() != null) {
            scalars.add(new Scalar(new Pointer(steps).toString(), scalar.value().toString()));
        }
    }

    private void walk(List<String> steps, String step, Node child) {
        steps.add(step);
        walk(steps, child);
        steps.remove(steps.size() - 1);
    }

    /** Finds every place that says a directive, in order; {@code --name value} in two words counts. */
    List<Directive> find(String name) {
        Pattern form = Pattern.compile(
                "(?m)(?:^|[\\s;\"'])(?:--)?" + Pattern.quote(name) + "[ \\t]+(.*?)[ \\t]*(?=$|[;&]|--)");
        List<Directive> found = new ArrayList<>();
        for (int i = 0; i < scalars.size(); i++) {
            Scalar scalar = scalars.get(i);
            Matcher matcher = form.matcher(scalar.text());
            while (matcher.find()) {
                found.add(new Directive(scalar.pointer(), matcher.group(1)));
            }
            if (scalar.text().equals("--" + name) && i + 1 < scalars.size()) {
                found.add(new Directive(
                        scalars.get(i + 1).pointer(), scalars.get(i + 1).text()));
            }
        }
        return found;
    }
}
