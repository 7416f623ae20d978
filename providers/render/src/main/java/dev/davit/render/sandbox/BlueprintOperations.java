package dev.davit.render.sandbox;

import dev.davit.document.DocumentException;
import dev.davit.document.DocumentReader;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.render.blueprint.BlueprintSchema;
import dev.davit.schema.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers for Blueprints. None is connected: the API cannot do that, so the list is empty and only files can be checked. */
final class BlueprintOperations {
    private static final Set<String> STORES = Set.of("keyvalue", "redis");

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
            List<Node> documents = DocumentReader.read("render.yaml", DocumentReader.text("render.yaml", file));
            if (documents.size() != 1 || !(documents.get(0) instanceof MapNode blueprint)) {
                return invalid(error("a Blueprint is one YAML document that is a map"));
            }
            return validated(blueprint);
        } catch (DocumentException e) {
            return invalid(error(e.what() + ": " + e.why()));
        }
    }

    private static Answer validated(MapNode blueprint) {
        List<Violation> violations = BlueprintSchema.check(blueprint);
        if (!violations.isEmpty()) {
            return invalid(violations.stream().map(BlueprintOperations::error).toArray(MapNode[]::new));
        }
        return Answer.ok(new MapNode(null).put("valid", true).put("plan", plan(blueprint)));
    }

    private static MapNode error(Violation violation) {
        MapNode error = error(violation.message()).put("path", path(violation.pointer()));
        violation.origin().flatMap(Origin::location).ifPresent(it -> error.put("line", it.line()));
        return error;
    }

    /** As the API's description has it: {@code services[0].plan}. */
    private static String path(String pointer) {
        return pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replaceFirst("^/", "")
                .replace('/', '.');
    }

    private static MapNode error(String message) {
        return new MapNode(null).put("error", message);
    }

    private static Answer invalid(MapNode... errors) {
        return Answer.ok(new MapNode(null).put("valid", false).put("errors", List.of(errors)));
    }

    private static MapNode plan(MapNode blueprint) {
        ListNode services = new ListNode(null);
        ListNode databases = new ListNode(null);
        ListNode keyValue = new ListNode(null);
        ListNode groups = new ListNode(null);
        for (Entity place : places(new Entity(blueprint))) {
            for (Entity it : place.parts("services")) {
                (STORES.contains(it.text("type")) ? keyValue : services).add(it.text("name"));
            }
            place.parts("databases").forEach(it -> databases.add(it.text("name")));
            place.parts("envVarGroups").forEach(it -> groups.add(it.text("name")));
        }
        return new MapNode(null)
                .put("services", services)
                .put("databases", databases)
                .put("keyValue", keyValue)
                .put("envGroups", groups)
                .put("totalActions", services.size() + databases.size() + keyValue.size() + groups.size());
    }

    private static List<Entity> places(Entity blueprint) {
        List<Entity> places = new ArrayList<>(List.of(blueprint));
        if (blueprint.has("ungrouped")) {
            places.add(blueprint.part("ungrouped"));
        }
        blueprint.parts("projects").forEach(it -> places.addAll(it.parts("environments")));
        return places;
    }
}
