package dev.davit.render.blueprint;

import dev.davit.RenderBuildSource;
import dev.davit.RenderEnvironment;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.DesiredObject;
import dev.davit.model.Kind;
import dev.davit.model.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes objects into the lists of a Blueprint: those of the root, of an environment, or of what is in none. In the root an object
 * stays in the environment where it is; source: https://render.com/docs/blueprint-spec, {@code projects}.
 */
final class Environments {
    private static final Origin ROOT = Origin.target("the lists of a Blueprint");

    private final Settings settings;
    private final Sources sources;

    /** Gives the build sources of a project, of what is in none, or of the Blueprint itself. */
    interface Sources {
        /** Has none. */
        Sources NONE = new Sources() {};

        default ListNode of(Optional<String> project) {
            return new ListNode(ROOT);
        }

        /** Names the projects that have some. */
        default List<String> projects() {
            return List.of();
        }
    }

    Environments(Settings settings, Sources sources) {
        this.settings = settings;
        this.sources = sources;
    }

    /** Says whether an environment can hold a kind. */
    static boolean holds(Kind kind) {
        return kind != Kind.SECRET && kind != Kind.MODEL && kind != Kind.JOB;
    }

    void write(MapNode root, List<DesiredObject> objects) {
        List<DesiredObject> unsaid = new ArrayList<>();
        List<DesiredObject> ungrouped = new ArrayList<>();
        Map<String, Map<String, Group>> projects = new LinkedHashMap<>();
        for (DesiredObject object : objects) {
            Optional<Setting> where = object.resource().isPresent()
                    ? object.resource().flatMap(settings::environment)
                    : OwnObjects.environment(settings, object);
            if (where.isEmpty()) {
                unsaid.add(object);
            } else if (where.get().value() instanceof RenderEnvironment environment) {
                projects.computeIfAbsent(environment.project(), project -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                environment.name(),
                                name -> new Group(where.get().origin()))
                        .add(environment, object);
            } else {
                ungrouped.add(object);
            }
        }
        settings.whole().stream().filter(it -> it.name().equals("in")).forEach(it -> {
            RenderEnvironment environment = (RenderEnvironment) it.value();
            projects.computeIfAbsent(environment.project(), project -> new LinkedHashMap<>())
                    .computeIfAbsent(environment.name(), name -> new Group(it.origin()))
                    .is(environment);
        });
        putLists(root, unsaid);
        root.putUnlessEmpty("buildSources", sources.of(Optional.empty()), ROOT);
        sources.projects().forEach(it -> projects.computeIfAbsent(it, project -> new LinkedHashMap<>()));
        ListNode written = new ListNode(ROOT);
        projects.forEach((name, environments) -> written.add(
                project(name, environments).putUnlessEmpty("buildSources", sources.of(Optional.of(name)), ROOT)));
        root.putUnlessEmpty("projects", written, ROOT);
        MapNode free = new MapNode(ROOT);
        putLists(free, ungrouped);
        free.putUnlessEmpty("buildSources", sources.of(Optional.of(RenderBuildSource.UNGROUPED)), ROOT);
        root.putUnlessEmpty("ungrouped", free, ROOT);
    }

    private static MapNode project(String name, Map<String, Group> environments) {
        MapNode project = new MapNode(ROOT).put("name", name);
        ListNode list = new ListNode(ROOT);
        environments.forEach((environment, group) -> list.add(group.write(environment)));
        return project.putUnlessEmpty("environments", list, ROOT);
    }

    /** Collects what is in one environment; what one call says of it holds for all of it. */
    private static final class Group {
        private final Origin origin;
        private final List<DesiredObject> objects = new ArrayList<>();
        private boolean isolated;
        private boolean guarded;

        Group(Origin origin) {
            this.origin = origin;
        }

        void add(RenderEnvironment environment, DesiredObject object) {
            is(environment);
            objects.add(object);
        }

        void is(RenderEnvironment environment) {
            isolated |= environment.isolated();
            guarded |= environment.guarded();
        }

        MapNode write(String name) {
            MapNode node = new MapNode(origin).put("name", name);
            if (isolated) {
                node.map("networking", origin).put("isolation", "enabled");
            }
            if (guarded) {
                node.map("permissions", origin).put("protection", "enabled");
            }
            putLists(node, objects);
            return node;
        }
    }

    private static void putLists(MapNode parent, List<DesiredObject> objects) {
        put(parent, "services", objects, kind -> !kind.equals("database") && !kind.equals("envVarGroup"));
        put(parent, "databases", objects, "database"::equals);
        put(parent, "envVarGroups", objects, "envVarGroup"::equals);
    }

    private static void put(MapNode parent, String list, List<DesiredObject> objects, Predicate<String> kinds) {
        List<MapNode> trees = objects.stream()
                .filter(it -> kinds.test(it.kind()))
                .map(DesiredObject::tree)
                .toList();
        parent.putUnlessEmpty(list, trees, ROOT);
    }
}
