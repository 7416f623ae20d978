package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.importing.ImportException;
import dev.davit.render.api.RenderApi;
import dev.davit.render.api.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Knows the projects of a workspace with their environments, and what is in them. */
final class LiveEnvironments {
    private static final List<String> MEMBERS = List.of("serviceIds", "databasesIds", "redisIds", "envGroupIds");

    private final List<One> all = new ArrayList<>();

    /**
     * Holds one environment.
     *
     * @param project the project's name
     * @param name its own name
     * @param answer what the API says of it
     * @param members the ids of what is in it
     */
    record One(String project, String name, MapNode answer, Set<String> members) {
        /** Says it as a Blueprint would. */
        MapNode said() {
            MapNode said = new MapNode(null).put("name", name);
            if (answer.get("networkIsolationEnabled")
                    .map(Node::toString)
                    .filter("true"::equals)
                    .isPresent()) {
                said.map("networking", null).put("isolation", "enabled");
            }
            if (answer.getText("protectedStatus").filter("protected"::equals).isPresent()) {
                said.map("permissions", null).put("protection", "enabled");
            }
            return said;
        }

        String path() {
            return project + "/" + name;
        }
    }

    LiveEnvironments(RenderApi api, String owner) {
        for (MapNode project : api.list("/projects?ownerId=" + owner, "project")) {
            String id = project.getText("id").orElse("");
            api.list("/environments?projectId=" + id, "environment")
                    .forEach(it -> all.add(new One(
                            project.getText("name").orElse(""),
                            it.getText("name").orElse(""),
                            it,
                            members(it))));
        }
    }

    private static Set<String> members(MapNode environment) {
        Set<String> ids = new HashSet<>();
        MEMBERS.forEach(list ->
                environment.getList(list).map(ListNode::items).orElse(List.of()).forEach(it -> ids.add(it.toString())));
        return ids;
    }

    List<One> all() {
        return all;
    }

    /** Finds the one that a thing is in. */
    Optional<One> of(String id) {
        return all.stream().filter(it -> it.members().contains(id)).findFirst();
    }

    /**
     * Finds one by its name.
     *
     * @param path {@code PROJECT/ENVIRONMENT}
     */
    One named(String path, Workspace workspace) {
        return all.stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new ImportException(
                        "there is no such environment",
                        "--environment " + path,
                        "workspace " + workspace + (all.isEmpty() ? " has none" : " has " + paths()),
                        all.isEmpty() ? "leave it out, and the whole workspace is read" : "name one of these"));
    }

    private String paths() {
        return String.join(", ", all.stream().map(One::path).sorted().toList());
    }
}
