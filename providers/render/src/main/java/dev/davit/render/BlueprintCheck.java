package dev.davit.render;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import dev.davit.render.api.RenderApi;
import dev.davit.schema.Violation;
import dev.davit.target.Artifact;
import dev.davit.target.Validation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks Render whether it would take a Blueprint. It looks at more than its schema: at plans, branches and what is live.
 *
 * @see <a href="https://api-docs.render.com/reference/validate-blueprint">validate a Blueprint</a>
 */
final class BlueprintCheck {
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("services", "service");
        KINDS.put("databases", "database");
        KINDS.put("keyValue", "Key Value");
        KINDS.put("envGroups", "group of variables");
        KINDS.put("workflows", "workflow");
    }

    private final RenderApi api;
    private final String owner;

    BlueprintCheck(RenderApi api, String owner) {
        this.api = api;
        this.owner = owner;
    }

    Validation of(Artifact file) {
        MapNode answer = api.upload("/blueprints/validate", Map.of("ownerId", owner), "file", file.bytes());
        if (answer.get("valid").map(Node::toString).filter("true"::equals).isPresent()) {
            return new Validation(
                    List.of(),
                    answer.getMap("plan").map(BlueprintCheck::outlook).orElse(""));
        }
        List<Violation> violations = new ArrayList<>();
        for (Node error : answer.getList("errors").map(ListNode::items).orElse(List.of())) {
            violations.add(violation((MapNode) error, file));
        }
        if (violations.isEmpty()) {
            violations.add(new Violation("", "Render refuses the file and does not say why", Optional.empty()));
        }
        return new Validation(violations, "");
    }

    private static Violation violation(MapNode error, Artifact file) {
        String column =
                error.getLong("column").map(it -> " (column " + it + ")").orElse("");
        return new Violation(
                pointer(error.getText("path").orElse("")),
                error.getText("error").orElse("is refused") + column,
                error.getLong("line").map(it -> Origin.file(SourceLocation.inFile(file.path(), Math.toIntExact(it)))));
    }

    /** Makes {@code /services/0/plan} of {@code services[0].plan}. */
    private static String pointer(String path) {
        return path.isEmpty() ? "" : "/" + path.replaceAll("\\[(\\d+)]", ".$1").replace('.', '/');
    }

    private static String outlook(MapNode plan) {
        List<String> counts = new ArrayList<>();
        KINDS.forEach((list, word) -> {
            int count = plan.getList(list).map(ListNode::size).orElse(0);
            if (count > 0) {
                counts.add(count + " " + (count == 1 ? word : plural(word)));
            }
        });
        return counts.isEmpty() ? "" : String.join(", ", counts);
    }

    private static String plural(String word) {
        return word.startsWith("group")
                ? word.replace("group", "groups")
                : word.equals("Key Value") ? word : word + "s";
    }
}
