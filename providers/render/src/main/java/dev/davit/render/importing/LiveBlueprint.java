package dev.davit.render.importing;

import dev.davit.document.MapNode;
import dev.davit.importing.Decision;
import dev.davit.importing.ImportException;
import dev.davit.importing.ImportSource;
import dev.davit.plan.ObjectKey;
import dev.davit.render.api.RenderApi;
import dev.davit.render.api.Workspace;
import dev.davit.render.compare.Everything;
import dev.davit.render.compare.Live;
import dev.davit.render.compare.Snapshot;
import dev.davit.render.compare.Sources;
import dev.davit.render.compare.Things;
import dev.davit.render.ownership.StackGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a workspace as the Blueprint that would say it. Only reads. */
final class LiveBlueprint {
    /** What messages call it: it has no file and no lines. */
    static final String FILE = "live";

    private final Workspace workspace;
    private final Snapshot snapshot;
    private final LiveEnvironments environments;
    private final Optional<LiveEnvironments.One> only;
    private final Set<String> names;
    private final List<Decision> decisions = new ArrayList<>();

    private LiveBlueprint(RenderApi api, Workspace workspace, ImportSource.Live source) {
        this.workspace = workspace;
        this.snapshot = Snapshot.of(api, workspace.id()).whole();
        this.environments = new LiveEnvironments(api, workspace.id());
        this.only = source.scope().map(it -> environments.named(it, workspace));
        this.names = source.selector()
                .map(it -> Stream.of(it.split(",")).map(String::strip).collect(Collectors.toCollection(TreeSet::new)))
                .orElseGet(TreeSet::new);
    }

    /**
     * Holds what was read.
     *
     * @param file the Blueprint
     * @param decisions what is not in it, and why
     */
    record Read(BlueprintFile file, List<Decision> decisions) {}

    static Read read(RenderApi api, Workspace workspace, ImportSource.Live source) {
        return new LiveBlueprint(api, workspace, source).read();
    }

    /** Names a thing as {@link Meaning} does. */
    static String path(Live live) {
        String list = Things.isService(live.kind()) || live.kind().equals("keyvalue") ? "service" : live.kind();
        return list + " " + live.name();
    }

    private Read read() {
        requireNames();
        List<Live> things = unique(Everything.of(snapshot, this::isWanted));
        if (things.isEmpty()) {
            throw new ImportException(
                    "there is nothing to import",
                    only.map(it -> "environment " + it.path() + " of ").orElse("") + "workspace " + workspace,
                    "it has no service, data store or group of variables that somebody made",
                    "name another --context or --environment");
        }
        Sources sources = new Sources(snapshot);
        LiveSecrets secrets = new LiveSecrets(sources.secrets(), things);
        LiveVariables variables = new LiveVariables(sources, secrets, decisions::add);
        MapNode root = new MapNode(null);
        Map<LiveEnvironments.One, MapNode> places = places(root);
        for (Live thing : things) {
            MapNode place = environments.of(thing.id()).map(places::get).orElse(root);
            String list = list(thing.kind());
            place.getList(list)
                    .orElseGet(() -> place.list(list, null))
                    .add(LiveThing.of(thing, variables, secrets, decisions::add));
        }
        reportOthers();
        return new Read(new BlueprintFile(FILE, root, List.of(), "", List.of()), decisions);
    }

    private static String list(String kind) {
        return switch (kind) {
            case "database" -> "databases";
            case "envVarGroup" -> "envVarGroups";
            default -> "services";
        };
    }

    /** Makes a place for each environment that is read. */
    private Map<LiveEnvironments.One, MapNode> places(MapNode root) {
        Map<LiveEnvironments.One, MapNode> places = new LinkedHashMap<>();
        Map<String, MapNode> projects = new LinkedHashMap<>();
        environments.all().stream()
                .filter(it -> only.isEmpty() || only.get().equals(it))
                .forEach(it -> {
                    MapNode said = it.said();
                    MapNode project = projects.computeIfAbsent(it.project(), name -> {
                        MapNode made = new MapNode(null).put("name", name);
                        root.getList("projects")
                                .orElseGet(() -> root.list("projects", null))
                                .add(made);
                        return made;
                    });
                    project.getList("environments")
                            .orElseGet(() -> project.list("environments", null))
                            .add(said);
                    places.put(it, said);
                });
        return places;
    }

    private boolean isWanted(String kind, MapNode thing) {
        String name = thing.getText("name").orElse("");
        boolean own = kind.equals("envVarGroup") && StackGroup.isOwn(name);
        return !own
                && (names.isEmpty() || names.contains(name))
                && (only.isEmpty()
                        || only.get().members().contains(thing.getText("id").orElse("")));
    }

    private void requireNames() {
        Set<String> missing = new TreeSet<>(names);
        Stream.concat(
                        Stream.of("database", "keyvalue", "envVarGroup").flatMap(it -> snapshot.all(it).stream()),
                        snapshot.allServices().stream())
                .forEach(it -> missing.remove(it.getText("name").orElse("")));
        if (!missing.isEmpty()) {
            throw new ImportException(
                    "there is nothing of such a name",
                    "--selector " + String.join(",", names),
                    "workspace " + workspace + " has no " + String.join(", ", missing),
                    "name services, data stores and groups of variables as Render's dashboard does");
        }
    }

    /** Names of data stores and groups need not be unique there, and a Blueprint knows a thing by its name alone. */
    private List<Live> unique(List<Live> things) {
        Map<ObjectKey, Long> counts = things.stream().collect(Collectors.groupingBy(Live::key, Collectors.counting()));
        Predicate<Live> several = it -> counts.get(it.key()) > 1;
        things.stream()
                .filter(several)
                .map(Live::key)
                .distinct()
                .forEach(it -> leftOut(
                        it.toString(),
                        it + " is left out",
                        counts.get(it) + " have that name, and a Blueprint knows a thing by its name alone"));
        return things.stream()
                .filter(several.negate())
                .sorted(Comparator.comparing(Live::name))
                .toList();
    }

    private void reportOthers() {
        snapshot.allServices().stream()
                .filter(it -> !Things.isService(Things.kind(it)) && isWanted(Things.kind(it), it))
                .forEach(it -> leftOut(
                        "service " + it.getText("name").orElse(""),
                        Things.kind(it) + " " + it.getText("name").orElse("") + " is left out",
                        "Davit does not read this type of service live"));
        environments.all().stream()
                .filter(it -> only.isEmpty() || only.get().equals(it))
                .filter(it -> isLimited(it.answer()))
                .forEach(it -> leftOut(
                        "environment " + it.path() + "/ipAllowList",
                        "the allow list of environment " + it.path() + " is left out",
                        "a Blueprint has none there; it stays as it is on Render"));
        leftOut(
                "workspace",
                "what Render's API does not tell is not read",
                "settings of previews, values for previews, initial deploy hooks and build sources are in no answer, and secret files in no"
                        + " Blueprint; they stay as they are on Render");
    }

    private static boolean isLimited(MapNode environment) {
        return environment
                .getList("ipAllowList")
                .filter(it -> it.size() > 0 && !it.toString().contains("0.0.0.0/0"))
                .isPresent();
    }

    private void leftOut(String path, String what, String why) {
        decisions.add(new Decision(Decision.Kind.LEFT_OUT, FILE, 0, 1, path, what, why));
    }
}
