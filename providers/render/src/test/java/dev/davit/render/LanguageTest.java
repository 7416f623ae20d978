package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.DocumentReader;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.render.blueprint.BlueprintSchema;
import dev.davit.render.stack.Elsewhere;
import dev.davit.render.stack.EveryKind;
import dev.davit.render.stack.EverySetting;
import dev.davit.render.stack.OwnWords;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Render's Blueprint can say, the typed Java can say: each field of its schema is in the output of some definition. */
class LanguageTest {
    /** Old spellings, which are never written. Source: the descriptions in the schema. */
    private static final Set<String> DEPRECATED = Set.of(
            "autoDeploy",
            "domain",
            "previewsEnabled",
            "previewsExpireAfterDays",
            "pullRequestPreviewsEnabled",
            "services[serverService]/previewPlan");

    private final MapNode schema = BlueprintSchema.document();

    @Test
    void each_field_of_the_schema_can_be_said_in_typed_java() {
        Set<String> said = new TreeSet<>();
        Stream.of(new EveryKind(), new EverySetting(), new OwnWords(), new Elsewhere())
                .map(it -> Synth.of(it).blueprint())
                .forEach(it -> collect(DocumentReader.read("render.yaml", it).get(0), "", said));
        Set<String> known = new TreeSet<>();
        fields(schema, "", known);
        assertThat(known).hasSizeGreaterThan(150).containsAll(said);
        known.removeAll(said);
        known.removeIf(it -> DEPRECATED.contains(it) || DEPRECATED.contains(it.replaceAll(".*/", "")));
        assertThat(known).as("what no typed call can say").isEmpty();
    }

    /** Collects the paths that a schema names; what projects and the ungrouped hold is what the root holds. */
    private void fields(MapNode at, String path, Set<String> found) {
        at.getText("$ref").ifPresent(it -> fields(definition(it), path, found));
        for (String choice : Set.of("allOf", "anyOf", "oneOf")) {
            at.getList(choice).stream()
                    .flatMap(it -> it.items().stream())
                    .map(MapNode.class::cast)
                    .forEach(it -> {
                        boolean service =
                                path.equals("services[]") && it.getText("$ref").isPresent();
                        String shape =
                                service ? "services[" + it.getText("$ref").get().replaceAll(".*/", "") + "]" : path;
                        fields(it, shape, found);
                    });
        }
        at.getMap("items").ifPresent(it -> fields(it, path + "[]", found));
        at.getMap("properties")
                .ifPresent(it -> it.entries().forEach((name, below) -> {
                    String field = own(path.isEmpty() ? name : path + "/" + name);
                    if (below instanceof MapNode map && found.add(field)) {
                        fields(map, field, found);
                    }
                }));
    }

    private MapNode definition(String reference) {
        return schema.getMap("definitions")
                .flatMap(it -> it.getMap(reference.replaceAll(".*/", "")))
                .orElseThrow();
    }

    private void collect(Node node, String path, Set<String> found) {
        if (node instanceof ListNode list) {
            list.forEach(it -> collect(it, path + (path.equals("services") ? "[" + shape(it) + "]" : "[]"), found));
        } else if (node instanceof MapNode map) {
            map.entries().forEach((name, below) -> {
                String field = own(path.isEmpty() ? name : path + "/" + name);
                found.add(field);
                collect(below, field, found);
            });
        }
    }

    /** The lists of the root, wherever they are. */
    private static String own(String path) {
        return path.replaceAll(
                "^(projects\\[\\]/environments\\[\\]|projects\\[\\]|ungrouped)/(services|databases|envVarGroups|buildSources)",
                "$2");
    }

    private static String shape(Node service) {
        MapNode map = (MapNode) service;
        String type = map.getText("type").orElseThrow();
        return switch (type) {
            case "keyvalue" -> "redisServer";
            case "cron" -> "cronService";
            case "workflow" -> "workflowService";
            default -> Optional.of("static").equals(map.getText("runtime")) ? "staticService" : "serverService";
        };
    }
}
