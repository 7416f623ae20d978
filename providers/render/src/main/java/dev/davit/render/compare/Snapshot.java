package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.render.api.RenderApi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the lists of a workspace as they were at one moment: what there is, by kind and name. */
public final class Snapshot {
    private final RenderApi api;
    private final String owner;
    private final Map<String, Map<String, List<MapNode>>> byKind = new LinkedHashMap<>();
    private List<MapNode> groups;
    private List<MapNode> credentials;
    private Projects projects;

    private Snapshot(RenderApi api, String owner) {
        this.api = api;
        this.owner = owner;
    }

    /** Read the lists of a workspace when they are first asked for. */
    public static Snapshot of(RenderApi api, String owner) {
        return new Snapshot(api, owner);
    }

    /** Read all lists now. */
    public Snapshot whole() {
        services();
        named("database");
        named("keyvalue");
        groups();
        return this;
    }

    /** Find a thing; nothing where there is none. Names of services are unique in a workspace, those of others need not be. */
    public synchronized List<MapNode> find(String kind, String name) {
        if (Projects.isOne(kind)) {
            return projects().find(kind, name);
        }
        if (kind.equals("envVarGroup")) {
            return groups().stream().filter(it -> isNamed(it, name)).toList();
        }
        return named(kind).getOrDefault(name, List.of());
    }

    /** Find a service of any kind. */
    public synchronized Optional<Map.Entry<String, MapNode>> service(String name) {
        services();
        return byKind.entrySet().stream()
                .filter(it -> Words.isService(it.getKey()))
                .flatMap(it -> it.getValue().getOrDefault(name, List.of()).stream()
                        .map(found -> Map.entry(it.getKey(), found)))
                .findFirst();
    }

    /** Give all groups of variables, without their variables. */
    public synchronized List<MapNode> groups() {
        if (groups == null) {
            groups = api.list("/env-groups?ownerId=" + owner, "");
        }
        return groups;
    }

    /** Give all projects, with their environments. */
    synchronized Projects projects() {
        if (projects == null) {
            projects = Projects.of(api, owner);
        }
        return projects;
    }

    /** Give all credentials for registries of images. */
    synchronized List<MapNode> credentials() {
        if (credentials == null) {
            credentials = api.list("/registrycredentials?ownerId=" + owner, "");
        }
        return credentials;
    }

    /** Give all services. */
    public synchronized List<MapNode> allServices() {
        services();
        return byKind.entrySet().stream()
                .filter(it -> Words.isService(it.getKey()))
                .flatMap(it -> it.getValue().values().stream().flatMap(Collection::stream))
                .toList();
    }

    /** Give all of a kind. */
    public synchronized List<MapNode> all(String kind) {
        return kind.equals("envVarGroup")
                ? groups()
                : named(kind).values().stream().flatMap(Collection::stream).toList();
    }

    RenderApi api() {
        return api;
    }

    String owner() {
        return owner;
    }

    private Map<String, List<MapNode>> named(String kind) {
        return switch (kind) {
            case "database" ->
                byKind.computeIfAbsent(kind, it -> byName(api.list("/postgres?ownerId=" + owner, "postgres")));
            case "keyvalue" ->
                byKind.computeIfAbsent(kind, it -> byName(api.list("/key-value?ownerId=" + owner, "keyValue")));
            default -> {
                services();
                yield byKind.getOrDefault(kind, Map.of());
            }
        };
    }

    private void services() {
        if (byKind.containsKey("web")) {
            return;
        }
        List<MapNode> services = api.list("/services?includePreviews=false&ownerId=" + owner, "service");
        byKind.put("web", new LinkedHashMap<>());
        for (MapNode service : services) {
            byKind.computeIfAbsent(Words.kind(service.getText("type").orElse("")), it -> new LinkedHashMap<>())
                    .computeIfAbsent(service.getText("name").orElse(""), it -> new ArrayList<>())
                    .add(service);
        }
    }

    private static Map<String, List<MapNode>> byName(List<MapNode> things) {
        Map<String, List<MapNode>> named = new LinkedHashMap<>();
        things.forEach(it -> named.computeIfAbsent(it.getText("name").orElse(""), name -> new ArrayList<>())
                .add(it));
        return named;
    }

    private static boolean isNamed(MapNode thing, String name) {
        return thing.getText("name").filter(name::equals).isPresent();
    }
}
