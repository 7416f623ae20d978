package dev.davit.render.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.util.List;
import java.util.Optional;

/** Writes the bodies of requests from what a Blueprint says. */
final class Bodies {
    private static final String DETAILS = "serviceDetails";

    /** The newest that Render offers; source: its Blueprint schema of 2026-10-02, {@code postgresMajorVersion}. */
    private static final String NEWEST_POSTGRES = "18";

    /** A measure that is switched off has to say a percentage all the same. */
    private static final int UNUSED = 80;

    private final String owner;
    private final Credentials credentials;
    private final Snapshot snapshot;

    /** Gives the id of a registry credential by its name. */
    interface Credentials {
        String id(String name);
    }

    Bodies(String owner, Credentials credentials, Snapshot snapshot) {
        this.owner = owner;
        this.credentials = credentials;
        this.snapshot = snapshot;
    }

    /** Gives what creates a thing. */
    MapNode creation(String kind, String name, MapNode wanted, List<MapNode> variables) {
        if (kind.equals(Projects.ENVIRONMENT)) {
            return environment(wanted)
                    .put("projectId", snapshot.projects().id(Projects.PROJECT, text(wanted, Projects.PROJECT)), null);
        }
        MapNode body = new MapNode(null).put("name", name).put("ownerId", owner);
        if (kind.equals(Projects.PROJECT)) {
            return body.put(
                    "environments",
                    list(items(wanted, "environments").items().stream()
                            .map(it -> environment((MapNode) it))
                            .toList()));
        }
        wanted.getText(Projects.ENVIRONMENT)
                .flatMap(it -> snapshot.projects().id(Projects.ENVIRONMENT, it))
                .ifPresent(it -> body.put("environmentId", it));
        if (kind.equals("envVarGroup")) {
            return body.put("envVars", list(variables));
        }
        if (!Words.isService(kind)) {
            properties(kind, wanted, body);
            return required(kind, body);
        }
        body.put("type", Words.type(kind)).putUnlessEmpty("envVars", list(variables), null);
        MapNode details = body.map(DETAILS, null);
        properties(kind, wanted, body);
        image(wanted).ifPresent(it -> body.put("image", it));
        maintenance(wanted).ifPresent(it -> details.put("maintenanceMode", it));
        scaling(wanted).ifPresent(it -> details.put("autoscaling", it));
        if (kind.equals("static")) {
            details.putUnlessEmpty("headers", items(wanted, "headers"), null)
                    .putUnlessEmpty("routes", items(wanted, "routes"), null);
        } else {
            program(kind, wanted, details);
        }
        return body;
    }

    private static MapNode environment(MapNode wanted) {
        MapNode body = new MapNode(null).put("name", text(wanted, "name"));
        properties(Projects.ENVIRONMENT, wanted, body);
        return body;
    }

    private static String text(MapNode map, String key) {
        return map.getText(key).orElse("");
    }

    private static MapNode required(String kind, MapNode body) {
        if (kind.equals("database")) {
            body.put("version", body.get("version").orElseGet(() -> ScalarNode.of(NEWEST_POSTGRES, null)))
                    .put("plan", body.get("plan").orElseGet(() -> ScalarNode.of("basic_256mb", null)));
            body.put("version", body.get("version").orElseThrow().toString());
        } else {
            body.put("plan", body.get("plan").orElseGet(() -> ScalarNode.of("starter", null)));
        }
        return body;
    }

    private void program(String kind, MapNode wanted, MapNode details) {
        boolean docker = wanted.getText("runtime").filter("docker"::equals).isPresent();
        boolean image = wanted.getText("runtime").filter("image"::equals).isPresent();
        MapNode program = details.getMap("envSpecificDetails").orElseGet(() -> new MapNode(null));
        credential(wanted, "registryCredential").ifPresent(it -> program.put("registryCredentialId", it));
        if (docker && kind.equals("cron")) {
            List.of("dockerCommand", "dockerContext", "dockerfilePath").stream()
                    .filter(it -> !program.has(it))
                    .forEach(it -> program.put(it, initial(kind, it)));
        } else if (!docker && !image) {
            List.of("buildCommand", "startCommand").stream()
                    .filter(it -> !program.has(it))
                    .forEach(it -> program.put(it, ""));
        }
        details.putUnlessEmpty("envSpecificDetails", program, null);
        wanted.get("numInstances")
                .filter(it -> !wanted.has("scaling"))
                .ifPresent(it -> details.put("numInstances", it));
        wanted.getMap("disk").ifPresent(it -> details.put("disk", disk(it)));
    }

    private static Node initial(String kind, String path) {
        return Property.of(kind).stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .flatMap(Property::initial)
                .orElseThrow();
    }

    private static void properties(String kind, MapNode wanted, MapNode body) {
        for (Property property : Property.of(kind)) {
            if (property.request().isPresent()) {
                property.wanted(wanted).ifPresent(it -> property.put(body, it));
            }
        }
    }

    /** Gives what changes properties; empty if none of them has its place in such a request. */
    MapNode change(String kind, MapNode wanted, Difference difference) {
        MapNode body = new MapNode(null);
        for (Property property : Property.of(kind)) {
            if (property.request().isPresent() && property.reach() != Reach.FIXED) {
                difference.deltas().stream()
                        .filter(it -> it.path().equals(property.path()))
                        .flatMap(it -> it.after().stream())
                        .forEach(it -> property.put(body, it));
            }
        }
        if (difference.has("image")) {
            image(wanted).ifPresent(it -> body.put("image", it));
        }
        if (difference.has("maintenanceMode")) {
            part(body, DETAILS).put("maintenanceMode", maintenance(wanted).orElseGet(Bodies::noMaintenance));
        }
        if (difference.has("registryCredential")) {
            part(part(body, DETAILS), "envSpecificDetails")
                    .put(
                            "registryCredentialId",
                            credential(wanted, "registryCredential").orElse(""));
        }
        return body;
    }

    private static MapNode part(MapNode map, String key) {
        return map.getMap(key).orElseGet(() -> map.map(key, null));
    }

    private Optional<MapNode> image(MapNode wanted) {
        return wanted.getMap("image").map(it -> {
            MapNode image = new MapNode(null)
                    .put("ownerId", owner)
                    .put("imagePath", it.getText("url").orElse(""));
            credential(it, "creds").ifPresent(id -> image.put("registryCredentialId", id));
            return image;
        });
    }

    private Optional<String> credential(MapNode map, String key) {
        return map.getMap(key)
                .flatMap(it -> it.getMap("fromRegistryCreds"))
                .flatMap(it -> it.getText("name"))
                .map(credentials::id);
    }

    private static Optional<MapNode> maintenance(MapNode wanted) {
        return wanted.getMap("maintenanceMode")
                .map(it -> new MapNode(null)
                        .put("enabled", it.get("enabled").orElseGet(() -> ScalarNode.of(false, null)))
                        .put("uri", it.getText("uri").orElse("")));
    }

    private static MapNode noMaintenance() {
        return new MapNode(null).put("enabled", false).put("uri", "");
    }

    static MapNode disk(MapNode disk) {
        return new MapNode(null)
                .put("name", disk.getText("name").orElse("disk"))
                .put("mountPath", disk.getText("mountPath").orElse(""))
                .put("sizeGB", disk.get("sizeGB").orElseGet(() -> ScalarNode.of(10, null)));
    }

    static Optional<MapNode> scaling(MapNode wanted) {
        return wanted.getMap("scaling").map(it -> {
            MapNode body = new MapNode(null)
                    .put("enabled", true)
                    .put("min", it.getLong("minInstances").orElse(1L))
                    .put("max", it.getLong("maxInstances").orElse(1L));
            body.map("criteria", null)
                    .put("cpu", criterion(it.getLong("targetCPUPercent")))
                    .put("memory", criterion(it.getLong("targetMemoryPercent")));
            return body;
        });
    }

    private static MapNode criterion(Optional<Long> percent) {
        return new MapNode(null).put("enabled", percent.isPresent()).put("percentage", percent.orElse((long) UNUSED));
    }

    /** Gives the items that are wanted, as requests write them. */
    static ListNode items(MapNode wanted, String list) {
        return wanted.getList(list).orElseGet(() -> new ListNode(null));
    }

    private static ListNode list(List<MapNode> items) {
        ListNode list = new ListNode(null);
        items.forEach(list::add);
        return list;
    }
}
