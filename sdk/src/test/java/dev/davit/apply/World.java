package dev.davit.apply;

import dev.davit.document.MapNode;
import dev.davit.document.NodeDigest;
import dev.davit.model.DesiredObject;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.Comparison;
import dev.davit.plan.Effect;
import dev.davit.plan.Evidence;
import dev.davit.plan.Fingerprint;
import dev.davit.plan.Impact;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Place;
import dev.davit.plan.Plan;
import dev.davit.plan.Planner;
import dev.davit.plan.Step;
import dev.davit.plan.Step.Verb;
import dev.davit.plan.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A whole platform in memory: objects with identity and version that become ready after some looks, one lease, release
 * records. It holds every writer to the rules and remembers who broke one.
 */
final class World {
    static final Place PLACE = new Place("memory", "memory", "m-1");
    private static final Instant READ = Instant.parse("2027-01-31T12:00:00Z");

    record Thing(String uid, int version, long value, int looks) {}

    final Map<String, Thing> things = new TreeMap<>();
    final Map<String, Integer> creations = new HashMap<>();
    final List<String> writes = new ArrayList<>();
    final List<String> offences = new ArrayList<>();
    final MemoryLease lease = new MemoryLease();
    final Map<Integer, Release> releases = new TreeMap<>();
    final Set<String> brokenThings = new TreeSet<>();
    final Set<String> slowThings = new TreeSet<>();
    boolean prepared;
    private int count;

    private Map<String, Integer> wanted;
    private final Map<String, Set<String>> needs;

    private World(Map<String, Integer> wanted, Map<String, Set<String>> needs) {
        this.wanted = new TreeMap<>(wanted);
        this.needs = needs;
    }

    static World of(Map<String, Integer> wanted, Map<String, Set<String>> needs) {
        return new World(wanted, needs);
    }

    /** Puts something there before anyone looks. */
    World with(Map<String, Integer> live) {
        live.forEach((name, value) -> things.put(name, new Thing("uid-" + ++count, 1, value, 0)));
        return this;
    }

    void want(Map<String, Integer> values) {
        wanted = new TreeMap<>(values);
    }

    Map<String, Long> values() {
        Map<String, Long> values = new TreeMap<>();
        things.forEach((name, thing) -> values.put(name, thing.value()));
        return values;
    }

    static ObjectKey key(String name) {
        return new ObjectKey("Thing", "shop", name);
    }

    private static ResourceKey resource(String name) {
        return new ResourceKey(Kind.WORKER, name);
    }

    private Wanted definition() {
        List<DesiredObject> objects = new ArrayList<>();
        wanted.forEach((name, value) -> objects.add(
                new DesiredObject("Thing", name, Optional.of(resource(name)), new MapNode(null).put("value", value))));
        Map<ResourceKey, Set<ResourceKey>> edges = new LinkedHashMap<>();
        new TreeMap<>(needs)
                .forEach((name, all) -> edges.put(
                        resource(name),
                        new LinkedHashSet<>(
                                new TreeSet<>(all).stream().map(World::resource).toList())));
        return new Wanted("shop", "prod", "memory", Optional.empty(), objects, edges);
    }

    synchronized Comparison compare(Wanted definition) {
        List<Change> changes = new ArrayList<>();
        List<ObjectKey> unchanged = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (DesiredObject object : definition.objects()) {
            names.add(object.name());
            long value = object.tree().getLong("value").orElseThrow();
            Thing live = things.get(object.name());
            if (live != null && live.value() == value) {
                unchanged.add(key(object.name()));
            } else {
                changes.add(change(object, Optional.ofNullable(live)));
            }
        }
        things.forEach((name, thing) -> {
            if (!names.contains(name)) {
                changes.add(deletion(name, thing));
            }
        });
        return new Comparison(PLACE, changes, unchanged, List.of(), List.of(), List.of(), 1);
    }

    private static Change change(DesiredObject object, Optional<Thing> live) {
        ObjectKey key = key(object.name());
        Optional<Fingerprint> basis = live.map(it -> new Fingerprint(
                it.uid(),
                "" + it.version(),
                NodeDigest.of(new MapNode(null).put("from", it.value()).put("to", object.tree()))));
        return new Change.Builder()
                .key(key)
                .action(live.isPresent() ? Action.UPDATE : Action.CREATE)
                .resource(object.resource())
                .impact(Impact.of(Effect.ROLLING, Evidence.PROVEN, "value"))
                .basis(basis)
                .rank(50)
                .addSteps(new Step(
                        "apply " + object.name(), key, Verb.APPLY, Optional.of(object.tree()), basis, "apply " + key))
                .build();
    }

    private static Change deletion(String name, Thing thing) {
        Fingerprint basis = new Fingerprint(thing.uid(), "" + thing.version(), "gone");
        return new Change.Builder()
                .key(key(name))
                .action(Action.DELETE)
                .impact(Impact.of(Effect.OUTAGE, Evidence.PROVEN, "it goes"))
                .basis(basis)
                .rank(1050)
                .addSteps(new Step(
                        "delete " + name,
                        key(name),
                        Verb.DELETE,
                        Optional.empty(),
                        Optional.of(basis),
                        "delete " + key(name)))
                .build();
    }

    Plan plan() {
        return Planner.plan(definition(), compare(definition()), READ, READ.plusSeconds(1_000_000_000));
    }

    /** Gives what is not ready of what a thing needs; the engine should have waited. */
    private Set<String> missing(String name) {
        Set<String> missing = new TreeSet<>();
        for (String need : needs.getOrDefault(name, Set.of())) {
            Thing thing = things.get(need);
            boolean isWanted = wanted.containsKey(need);
            if (isWanted && (thing == null || thing.value() != wanted.get(need) || thing.looks() > 0)) {
                missing.add(need);
            }
        }
        return missing;
    }

    synchronized Written apply(Step step, Fence fence) {
        String name = step.key().name();
        long value = step.body().orElseThrow().getLong("value").orElseThrow();
        Thing live = things.get(name);
        if (live != null && live.value() == value) {
            return new Written(live.uid(), "" + live.version(), false);
        }
        if (step.expects().isPresent() != (live != null)
                || live != null && !step.expects().get().uid().equals(live.uid())) {
            throw new ApplyException(ApplyException.Reason.STALE, "not what the plan saw", name, "plan again", null);
        }
        fence.check();
        if (!missing(name).isEmpty()) {
            offences.add(name + " was written before " + missing(name));
        }
        if (live == null) {
            creations.merge(name, 1, Integer::sum);
        }
        Thing next = new Thing(
                live == null ? "uid-" + ++count : live.uid(), live == null ? 1 : live.version() + 1, value, 2);
        things.put(name, next);
        writes.add(step.id());
        return new Written(next.uid(), "" + next.version(), true);
    }

    synchronized Written delete(Step step, Fence fence) {
        String name = step.key().name();
        Thing live = things.get(name);
        if (live == null || !live.uid().equals(step.expects().orElseThrow().uid())) {
            return new Written("", "", false);
        }
        fence.check();
        wanted.forEach((other, value) -> {
            Thing thing = things.get(other);
            if (thing == null || thing.value() != value || thing.looks() > 0) {
                offences.add(name + " was deleted before " + other + " was as wanted");
            }
        });
        things.remove(name);
        writes.add(step.id());
        return new Written("", "", true);
    }

    synchronized Readiness look(Step step) {
        String name = step.key().name();
        Thing thing = things.get(name);
        if (step.verb() == Verb.DELETE) {
            return thing == null ? Readiness.ready("gone") : Readiness.waiting("still there");
        }
        if (brokenThings.contains(name)) {
            return Readiness.failed("image not found", List.of("last log line"));
        }
        if (slowThings.contains(name)) {
            return Readiness.waiting("0 of 1 ready");
        }
        if (thing.looks() > 0) {
            things.put(name, new Thing(thing.uid(), thing.version(), thing.value(), thing.looks() - 1));
        }
        return thing.looks() > 0 ? Readiness.waiting(thing.looks() + " looks left") : Readiness.ready("ready");
    }
}
