package dev.davit.render.sandbox;

import dev.davit.document.DocumentException;
import dev.davit.document.DocumentReader;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.render.blueprint.BlueprintSchema;
import dev.davit.schema.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers for Blueprints. None is connected: the API cannot do that, so the list is empty and only files can be checked. */
final class BlueprintOperations {
    private static final String NAME = "render.yaml";
    private static final Pattern PLACE = Pattern.compile(":([0-9]+):([0-9]+)$");

    private final World world;

    BlueprintOperations(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.on("GET /blueprints", call -> Answer.ok(new ListNode(null)))
                .on("POST /blueprints/validate", this::validate);
    }

    private Answer validate(Call call) {
        Multipart form = Multipart.of(call);
        String owner = form.part("ownerId")
                .map(it -> new String(it, StandardCharsets.UTF_8))
                .orElseThrow(() -> Problem.badRequest("ownerId is required"));
        if (world.state().find(Kind.OWNER, owner).isEmpty()) {
            // The description knows no 404 here; a workspace that is another's is forbidden.
            throw new Problem(403, "forbidden: workspace " + owner);
        }
        byte[] file = form.part("file").orElseThrow(() -> Problem.badRequest("file is required"));
        try {
            String text = DocumentReader.text(NAME, file);
            List<Node> documents = DocumentReader.read(NAME, text);
            if (documents.size() != 1 || !(documents.get(0) instanceof MapNode blueprint)) {
                return invalid(List.of(error("a Blueprint is one YAML document that is a map")));
            }
            return validated(blueprint, new BlueprintPlaces(text), owner);
        } catch (DocumentException e) {
            return invalid(List.of(unreadable(e)));
        }
    }

    private Answer validated(MapNode blueprint, BlueprintPlaces places, String owner) {
        List<Violation> violations = BlueprintSchema.check(blueprint);
        BlueprintPlan plan = BlueprintPlan.of(world.state(), blueprint, owner);
        // What does not fit the schema cannot be compared with what there is.
        List<Violation> wrong = violations.isEmpty() ? plan.conflicts() : violations;
        return wrong.isEmpty()
                ? Answer.ok(new MapNode(null).put("valid", true).put("plan", plan.shown()))
                : invalid(wrong.stream()
                        .map(it -> places.put(error(it.message()), it))
                        .toList());
    }

    /** A file that cannot be read has a place, but no path. */
    private static MapNode unreadable(DocumentException e) {
        MapNode error = error(e.what() + ": " + e.why());
        Matcher place = PLACE.matcher(e.where());
        if (place.find()) {
            error.put("line", Long.parseLong(place.group(1))).put("column", Long.parseLong(place.group(2)));
        }
        return error;
    }

    private static MapNode error(String message) {
        return new MapNode(null).put("error", message);
    }

    private static Answer invalid(List<MapNode> errors) {
        return Answer.ok(new MapNode(null).put("valid", false).put("errors", errors));
    }
}
