package dev.davit.k8s.schema;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.schema.Nearest;

/** Hold a document against the schema, from the outside in, each node once. */
final class Walk {
    private static final Node EMPTY_TEXT = ScalarNode.of("", null);

    private final Definitions definitions;
    private final Findings findings;

    Walk(Definitions definitions, Findings findings) {
        this.definitions = definitions;
        this.findings = findings;
    }

    void object(MapNode map, ObjectType type, Place place) {
        for (String name : type.required()) {
            if (map.get(name).filter(Walk::isThere).isEmpty()) {
                findings.add(place, "needs the field \"" + name + "\"");
            }
        }
        map.entries().forEach((name, node) -> {
            Field field = type.fields().get(name);
            if (field == null) {
                unknown(name, type, place.child(name, node));
            } else if (isThere(node) && !isLeftOut(node, field)) {
                field(node, field, place.child(name, node));
            }
        });
    }

    /** In a field that may be missing the server takes empty text for no text. */
    private static boolean isLeftOut(Node node, Field field) {
        return !field.required()
                && !field.filled()
                && field.type() instanceof Type.One one
                && one.format().isText()
                && node.equals(EMPTY_TEXT);
    }

    private void field(Node node, Field field, Place place) {
        if (field.filled() && isEmpty(node)) {
            findings.add(place, "must not be empty");
        } else {
            value(node, field.type(), place);
        }
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ListNode list && list.size() == 0
                || node instanceof MapNode map && map.isEmpty()
                || node.equals(EMPTY_TEXT);
    }

    /** The server takes null for a field as if the field were not there. */
    private static boolean isThere(Node node) {
        return !(node instanceof ScalarNode scalar && scalar.value() == null);
    }

    private void unknown(String name, ObjectType type, Place place) {
        String near = Nearest.to(name, type.fields().keySet())
                .map(known -> "; the nearest is \"" + known + "\"")
                .orElse("");
        findings.add(place, "is no field of " + type.name() + near);
    }

    private void value(Node node, Type type, Place place) {
        if (type instanceof Type.One one) {
            single(node, one, place);
        } else if (type instanceof Type.Defined defined) {
            defined(node, defined, place);
        } else if (type instanceof Type.Entries entries) {
            entries(node, entries, place);
        } else {
            list(node, type, place);
        }
    }

    private void single(Node node, Type.One one, Place place) {
        if (one.format() == Format.ANY) {
            return;
        }
        Object value = node instanceof ScalarNode scalar ? scalar.value() : null;
        if (!one.format().accepts(value)) {
            findings.add(place, "must be " + Found.wordsFor(one.format(), node));
            return;
        }
        one.limits().broken(value).ifPresent(message -> findings.add(place, message));
    }

    private void defined(Node node, Type.Defined defined, Place place) {
        if (node instanceof MapNode map) {
            object(map, definitions.object(defined.definition()), place);
        } else {
            findings.add(place, "must be a map with the fields of " + defined.definition() + Found.butIs(node));
        }
    }

    private void entries(Node node, Type.Entries entries, Place place) {
        if (!(node instanceof MapNode map)) {
            findings.add(place, "must be a map" + Found.butIs(node));
            return;
        }
        map.entries().forEach((key, value) -> {
            Place child = place.child(key, value);
            if (!entries.key().accepts(key)) {
                findings.add(child, "has a key that is not " + entries.key().words());
            }
            if (isThere(value)) {
                value(value, entries.value(), child);
            }
        });
    }

    private void list(Node node, Type type, Place place) {
        if (!(node instanceof ListNode list)) {
            findings.add(place, "must be a list" + Found.butIs(node));
        } else if (type instanceof Type.Items items) {
            items(list, items.item(), place);
        } else if (type instanceof Type.Set set) {
            items(list, set.item(), place);
            Repeated.values(list, place, findings);
        } else if (type instanceof Type.Keyed keyed) {
            items(list, keyed.item(), place);
            Repeated.keys(list, keyed.keys(), place, findings);
        }
    }

    private void items(ListNode list, Type item, Place place) {
        for (int i = 0; i < list.size(); i++) {
            value(list.get(i), item, place.child(i, list.get(i)));
        }
    }
}
