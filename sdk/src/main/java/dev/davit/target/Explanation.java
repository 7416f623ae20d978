package dev.davit.target;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.Pointer;
import dev.davit.document.ScalarNode;
import dev.davit.model.DesiredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Say for each field of an object why it is there. */
public final class Explanation {
    /**
     * Explain one field.
     *
     * @param path JSON pointer in the object
     * @param value the scalar as text; {@code {}} or {@code []} for an empty map or list
     * @param origin why it is there, if that is known
     */
    public record Field(String path, String value, Optional<Origin> origin) {}

    private final List<Field> fields = new ArrayList<>();

    private Explanation() {}

    /** Explain an object, field by field in its order. */
    public static List<Field> of(DesiredObject object) {
        Explanation explanation = new Explanation();
        explanation.walk("", object.tree(), Optional.empty());
        return List.copyOf(explanation.fields);
    }

    private void walk(String path, Node node, Optional<Origin> around) {
        Optional<Origin> origin = node.origin().or(() -> around);
        if (node instanceof MapNode map && !map.isEmpty()) {
            for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
                walk(path + "/" + Pointer.escape(entry.getKey()), entry.getValue(), origin);
            }
        } else if (node instanceof ListNode list && list.size() > 0) {
            for (int i = 0; i < list.size(); i++) {
                walk(path + "/" + i, list.get(i), origin);
            }
        } else {
            fields.add(new Field(path, text(node), origin));
        }
    }

    private static String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return String.valueOf(scalar.value());
        }
        return node instanceof MapNode ? "{}" : "[]";
    }
}
