package dev.davit.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds one thing that the validator found, with the alternatives on the way to it. */
final class Failure {
    /**
     * Names one alternative of a choice.
     *
     * @param choice where the choice is, in the schema and in the document
     * @param depth how deep in the document
     * @param branch which alternative
     */
    record Alternative(String choice, int depth, String branch) {}

    private static final Set<String> NAMED = Set.of("properties", "patternProperties", "prefixItems");
    private static final Set<String> UNNAMED = Set.of("items", "additionalProperties", "unevaluatedProperties");
    private static final Set<String> UNKNOWN = Set.of("additionalProperties", "unevaluatedProperties");
    private static final Set<String> CHOICES = Set.of("anyOf", "oneOf");

    private final Error error;
    private final List<String> path;
    private final List<Alternative> alternatives;

    Failure(Error error) {
        this.error = error;
        this.path = names(error.getInstanceLocation());
        this.alternatives = alternatives(names(error.getEvaluationPath()), path);
        if (unknownField()) {
            path.add(error.getProperty());
        }
    }

    String keyword() {
        return error.getKeyword();
    }

    Error error() {
        return error;
    }

    /** Gives the steps from the document's root, with the field that is too many at the end. */
    List<String> path() {
        return path;
    }

    List<Alternative> alternatives() {
        return alternatives;
    }

    /** Says whether the document has a field here that the schema does not know. */
    boolean unknownField() {
        return UNKNOWN.contains(error.getKeyword()) && error.getProperty() != null;
    }

    Violation violation(MapNode document) {
        StringBuilder pointer = new StringBuilder();
        path.forEach(step -> pointer.append('/').append(Pointer.escape(step)));
        return new Violation(pointer.toString(), Wording.of(this), nearestOrigin(document));
    }

    private Optional<Origin> nearestOrigin(MapNode document) {
        Optional<Origin> nearest = document.origin();
        Optional<Node> node = Optional.of(document);
        for (String step : path) {
            node = node.flatMap(it -> child(it, step));
            nearest = node.flatMap(Node::origin).or(nearestSoFar(nearest));
        }
        return nearest;
    }

    private static java.util.function.Supplier<Optional<Origin>> nearestSoFar(Optional<Origin> nearest) {
        return () -> nearest;
    }

    private static Optional<Node> child(Node node, String step) {
        if (node instanceof ListNode list) {
            return Optional.of(list.get(Integer.parseInt(step)));
        }
        return node instanceof MapNode map ? map.get(step) : Optional.empty();
    }

    /** Walks schema and document at once: some keywords go one step down in the document, some stay where they are. */
    private static List<Alternative> alternatives(List<String> schema, List<String> document) {
        List<Alternative> found = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < schema.size() - 1; i++) {
            String keyword = schema.get(i);
            if (CHOICES.contains(keyword)) {
                String choice = schema.subList(0, i) + " " + document.subList(0, depth);
                found.add(new Alternative(choice, depth, schema.get(++i)));
            } else if (NAMED.contains(keyword)) {
                i++;
                depth++;
            } else if (UNNAMED.contains(keyword)) {
                depth++;
            } else if (keyword.equals("allOf")) {
                i++;
            }
        }
        return found;
    }

    private static List<String> names(NodePath path) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < path.getNameCount(); i++) {
            names.add(path.getName(i));
        }
        return names;
    }
}
