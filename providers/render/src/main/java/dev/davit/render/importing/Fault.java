package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.Pointer;
import dev.davit.document.ScalarNode;
import dev.davit.document.SourceLocation;
import dev.davit.render.blueprint.BlueprintSchema;
import dev.davit.schema.Nearest;
import dev.davit.schema.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says where a Blueprint breaks Render's schema, and what was probably meant.
 *
 * @param line the line, from 1
 * @param pointer where in the Blueprint
 * @param message what the schema says
 * @param meant the name or word that was probably meant, as a question; empty for none
 */
record Fault(int line, String pointer, String message, String meant) {
    private static final Pattern ONE_OF = Pattern.compile("must be one of (.*)");

    static List<Fault> in(MapNode blueprint) {
        return BlueprintSchema.check(blueprint).stream()
                .map(it -> of(it, blueprint))
                .toList();
    }

    private static Fault of(Violation violation, MapNode blueprint) {
        int line = violation
                .origin()
                .flatMap(Origin::location)
                .map(SourceLocation::line)
                .orElse(1);
        return new Fault(
                line,
                violation.pointer(),
                violation.message(),
                meant(violation, blueprint)
                        .filter(it -> !it.equals(violation.pointer().replaceAll(".*/", "")))
                        .map(it -> "did you mean \"" + it + "\"? ")
                        .orElse(""));
    }

    /** The last step of the pointer, as it stands in the file. */
    String key() {
        return pointer.replaceAll(".*/", "");
    }

    /** Says it in a few words, beside a raw edit. */
    String words() {
        return message.startsWith("is a field that")
                ? "Render's schema has no such field"
                : "Render's schema: it " + message;
    }

    private static Optional<String> meant(Violation violation, MapNode blueprint) {
        Matcher choice = ONE_OF.matcher(violation.message());
        if (choice.find()) {
            return value(violation.pointer(), blueprint)
                    .flatMap(it -> Nearest.to(it, List.of(choice.group(1).split(", "))));
        }
        String key = violation.pointer().replaceAll(".*/", "");
        return violation.message().startsWith("is a field that") ? Nearest.to(key, Known.FIELDS) : Optional.empty();
    }

    private static Optional<String> value(String pointer, MapNode blueprint) {
        return pointer.isEmpty()
                ? Optional.empty()
                : Pointer.parse(pointer)
                        .find(blueprint)
                        .filter(ScalarNode.class::isInstance)
                        .map(it -> ((ScalarNode) it).written());
    }

    /** Read where something is wrong, not at each import. */
    private static final class Known {
        static final Set<String> FIELDS = fields(BlueprintSchema.document(), new TreeSet<>());

        private static Set<String> fields(Node node, Set<String> found) {
            if (node instanceof MapNode map) {
                map.getMap("properties")
                        .ifPresent(it -> found.addAll(it.entries().keySet()));
                map.entries().values().forEach(it -> fields(it, found));
            } else if (node instanceof ListNode list) {
                list.forEach(it -> fields(it, found));
            }
            return found;
        }
    }
}
