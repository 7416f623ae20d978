package dev.davit.k8s.importing;

import dev.davit.document.DocumentException;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.k8s.manifest.Manifests;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import dev.davit.source.Call;
import dev.davit.source.Code;
import dev.davit.source.JavaName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the resources that objects can have come of. These are guesses: what comes of each is compared with the objects, and a wrong
 * one is given up, so no guess must be sure, and none repeats what synth knows.
 */
final class Recognition {
    /** The label that says what an object is about. */
    static final String NAME = "app.kubernetes.io/name";

    private static final Map<String, String> POD_OF = new LinkedHashMap<>();

    static {
        POD_OF.put("Deployment.apps", "spec/template/spec");
        POD_OF.put("StatefulSet.apps", "spec/template/spec");
        POD_OF.put("CronJob.batch", "spec/jobTemplate/spec/template/spec");
        POD_OF.put("Job.batch", "spec/template/spec");
    }

    private final Bundle bundle;
    private final Set<ResourceKey> refused;
    private final JavaName names;
    private final Map<ResourceKey, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Call> settings = new LinkedHashMap<>();
    private final Set<Draft> exposed = new LinkedHashSet<>();
    private final List<String> credentials;
    private final Set<String> generated;
    private long surge;

    /**
     * Starts.
     *
     * @param refused resources that were guessed in vain
     */
    Recognition(Bundle bundle, Set<ResourceKey> refused, JavaName names) {
        this.bundle = bundle;
        this.refused = refused;
        this.names = names;
        List<MapNode> made = made();
        this.credentials = made.stream()
                .map(it -> Tree.text(it, "metadata", "name").orElse(""))
                .toList();
        this.generated = Set.copyOf(made.stream()
                .filter(it -> Tree.map(it, "texts").entries().keySet().equals(Set.of("value")))
                .map(it -> Tree.text(it, "metadata", "name").orElse(""))
                .distinct()
                .toList());
    }

    /** Gives the Secrets that are made in the cluster, in order. */
    private List<MapNode> made() {
        List<MapNode> made = new ArrayList<>();
        for (Item item : bundle.items()) {
            if (item.key().kind().equals("ConfigMap") && isOf(item, Manifests.CREDENTIALS)) {
                Tree.text(item.tree(), "data", "secrets.json").ifPresent(it -> made.addAll(entries(it)));
            }
        }
        return made;
    }

    private static List<MapNode> entries(String json) {
        try {
            return Tree.maps(
                    new MapNode(null).put("all", Json.read("secrets.json", json.getBytes(StandardCharsets.UTF_8))),
                    "all");
        } catch (DocumentException other) {
            return List.of();
        }
    }

    /** Gives the resources, each after what it refers to. */
    List<Draft> drafts() {
        // The step that makes credentials lists the stores in the order of the definition.
        bundle.items().stream()
                .filter(it -> it.key().kind().equals("StatefulSet.apps"))
                .sorted(Comparator.comparingInt(
                        it -> credentials.indexOf(it.key().name() + "-credentials")))
                .forEach(it -> new StoreReading(this, it).read());
        each("ConfigMap", it -> new GroupReading(this, it).read());
        List<Item> items = new ArrayList<>();
        POD_OF.keySet().forEach(kind -> each(kind, items::add));
        List<Item> policies = bundle.items().stream()
                .filter(it -> it.key().kind().equals("NetworkPolicy.networking.k8s.io"))
                .toList();
        List<WorkloadReading> workloads = CallerOrder.of(items, policies).stream()
                .map(it -> new WorkloadReading(
                        this,
                        it,
                        Tree.map(it.tree(), POD_OF.get(it.key().kind()).split("/"))))
                .toList();
        workloads.forEach(WorkloadReading::read);
        List<Draft> ordered = new ArrayList<>();
        drafts.values().forEach(it -> place(it, ordered));
        return ordered;
    }

    private void each(String kind, Consumer<Item> read) {
        bundle.items().stream()
                .filter(it -> it.key().kind().equals(kind))
                .toList()
                .forEach(read);
    }

    private static void place(Draft draft, List<Draft> ordered) {
        if (!ordered.contains(draft)) {
            draft.needs().forEach(it -> place(it, ordered));
            ordered.add(draft);
        }
    }

    /** Gives what is true of the cluster alone, as far as the resources showed. */
    List<Call> settings() {
        List<Call> all = new ArrayList<>(settings.values());
        if (surge > 0) {
            all.add(Call.of("surgeGpus", Code.plain(String.valueOf(surge))));
        }
        return all;
    }

    void setting(String method, Code value) {
        settings.putIfAbsent(method, Call.of(method, value));
    }

    /** Notes how many GPUs are free for a rollout; the largest number explains all smaller ones. */
    void surge(long gpus) {
        surge = Math.max(surge, gpus);
    }

    void expose(Draft service, String host) {
        exposed.add(service);
        settings.putIfAbsent("expose " + service.id(), Call.of("expose", service.handle(), Code.quoted(host)));
    }

    /** Gives the services whose handles the settings name. */
    Set<Draft> exposed() {
        return exposed;
    }

    Bundle bundle() {
        return bundle;
    }

    /** Gives what an object is about, as its label says, else its name. */
    static String about(Item item) {
        return Tree.text(item.tree(), "metadata", "labels", NAME)
                .orElse(item.key().name());
    }

    static boolean isOf(Item item, String id) {
        return about(item).equals(id);
    }

    Optional<Item> find(String kind, String name) {
        return bundle.find(kind, name).filter(it -> it.key().scope().equals(bundle.home()));
    }

    /** Starts a resource, unless it was guessed in vain or is there already. */
    Optional<Draft> start(Kind kind, String id, Item item) {
        ResourceKey key = new ResourceKey(kind, id);
        boolean fits = id.matches("[a-z][a-z0-9-]{0,39}") && !id.endsWith("-");
        if (!fits || refused.contains(key) || drafts.containsKey(key)) {
            return Optional.empty();
        }
        Draft draft = new Draft(kind, id, item, names.variable(id));
        drafts.put(key, draft);
        return Optional.of(draft);
    }

    void giveUp(Draft draft) {
        drafts.remove(draft.key());
        exposed.remove(draft);
        settings.remove("expose " + draft.id());
    }

    Optional<Draft> draft(String id, Kind... kinds) {
        for (Kind kind : kinds) {
            Draft draft = drafts.get(new ResourceKey(kind, id));
            if (draft != null) {
                return Optional.of(draft);
            }
        }
        return Optional.empty();
    }

    /** Gives the secret of a name: one that the cluster makes where it is among those, else one that somebody gives. */
    Draft secret(String name, Item reader) {
        return draft(name, Kind.SECRET)
                .or(() -> start(Kind.SECRET, name, reader))
                .map(it -> generated.contains(name) ? it.method("generatedSecret") : it)
                .orElseThrow(NotExpressible::new);
    }

    /** Says that a resource says what no call does. */
    static final class NotExpressible extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotExpressible() {
            super(null, null, false, false);
        }
    }
}
