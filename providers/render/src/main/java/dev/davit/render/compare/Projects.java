package dev.davit.render.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.plan.ObjectKey;
import dev.davit.render.api.RenderApi;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hold the projects of a workspace and their environments, which are named as paths: {@code Shop/prod}. */
public final class Projects {
    static final String PROJECT = "project";
    static final String ENVIRONMENT = "environment";

    /** Where a thing is that is in no environment. */
    static final String NONE = "none";

    private static final List<String> HELD = List.of("serviceIds", "databasesIds", "redisIds", "envGroupIds");

    private final List<MapNode> projects;
    private final List<MapNode> environments;

    private Projects(List<MapNode> projects, List<MapNode> environments) {
        this.projects = projects;
        this.environments = environments;
    }

    /** Read them; an environment that a project names and the list does not show yet is read by itself. */
    static Projects of(RenderApi api, String owner) {
        List<MapNode> projects = api.list("/projects?ownerId=" + owner, PROJECT);
        List<MapNode> environments = projects.isEmpty()
                ? List.of()
                : new ArrayList<>(api.list("/environments?ownerId=" + owner, ENVIRONMENT));
        Set<String> unseen = new LinkedHashSet<>();
        projects.forEach(it -> unseen.addAll(texts(it, "environmentIds")));
        environments.forEach(it -> unseen.remove(text(it, "id")));
        unseen.forEach(it -> api.get("/environments/" + it).ifPresent(environments::add));
        return new Projects(projects, environments);
    }

    /** Say whether a kind is one that holds things and runs nothing: a project or an environment. */
    public static boolean isOne(String kind) {
        return kind.equals(PROJECT) || kind.equals(ENVIRONMENT);
    }

    /** Name an environment. */
    static String name(String project, String environment) {
        return project + "/" + environment;
    }

    static ObjectKey key(String environment) {
        return new ObjectKey(ENVIRONMENT, "", environment);
    }

    List<MapNode> find(String kind, String name) {
        return kind.equals(PROJECT)
                ? projects.stream().filter(it -> text(it, "name").equals(name)).toList()
                : environments.stream().filter(it -> name(it).equals(name)).toList();
    }

    private String name(MapNode environment) {
        return projects.stream()
                .filter(it -> text(it, "id").equals(text(environment, "projectId")))
                .findFirst()
                .map(it -> name(text(it, "name"), text(environment, "name")))
                .orElse("");
    }

    /** Gives the id of the only one of a name. */
    Optional<String> id(String kind, String name) {
        List<MapNode> found = find(kind, name);
        return found.size() == 1 ? found.get(0).getText("id") : Optional.empty();
    }

    /** Names the environment that a thing is in. */
    String where(MapNode thing) {
        String id = text(thing, "environmentId");
        return environments.stream()
                .filter(it -> !id.isEmpty() && text(it, "id").equals(id))
                .findFirst()
                .map(this::name)
                .orElse(NONE);
    }

    /** Names those that nothing reaches from other environments. */
    Set<String> isolated() {
        Set<String> names = new LinkedHashSet<>();
        environments.stream()
                .filter(it -> it.get("networkIsolationEnabled")
                        .map(Node::toString)
                        .filter("true"::equals)
                        .isPresent())
                .forEach(it -> names.add(name(it)));
        return names;
    }

    /** Gives the ids of all that is in an environment, or of the environments of a project. */
    static List<String> held(MapNode one) {
        List<String> ids = new ArrayList<>(texts(one, "environmentIds"));
        HELD.forEach(it -> ids.addAll(texts(one, it)));
        return ids;
    }

    private static List<String> texts(MapNode map, String list) {
        return map.getList(list).map(ListNode::items).orElse(List.of()).stream()
                .map(Node::toString)
                .toList();
    }

    private static String text(MapNode map, String key) {
        return map.getText(key).orElse("");
    }
}
