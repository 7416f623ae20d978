package dev.davit.plan;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import dev.davit.model.DesiredObject;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import dev.davit.plan.Comparison.ForeignOf;
import dev.davit.plan.Step.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans for tests, made of a few words. */
final class Plans {
    static final Instant READ = Instant.parse("2027-01-31T12:00:00Z");
    static final Instant EXPIRES = Instant.parse("2027-01-31T13:00:00Z");
    static final Place PLACE = new Place("kubernetes", "context prod", "6f2c", Optional.of("prod"));

    private Plans() {}

    static ResourceKey resource(String id) {
        return new ResourceKey(Kind.WEB_SERVICE, id);
    }

    static ObjectKey key(String kind, String name) {
        return new ObjectKey(kind, "shop", name);
    }

    static MapNode tree(Object... pairs) {
        MapNode tree = new MapNode(null);
        for (int i = 0; i < pairs.length; i += 2) {
            tree.put((String) pairs[i], pairs[i + 1]);
        }
        return tree;
    }

    static Step step(String id, Verb verb, ObjectKey key) {
        boolean deletes = verb == Verb.DELETE || verb == Verb.DELETE_ORPHAN;
        return new Step(
                id,
                key,
                verb,
                deletes ? Optional.empty() : Optional.of(tree("step", id)),
                Optional.empty(),
                verb.name().toLowerCase(Locale.ROOT) + " " + key);
    }

    static Change.Builder change(Action action, ObjectKey key, int rank) {
        return new Change.Builder()
                .key(key)
                .action(action)
                .rank(rank)
                .impact(Impact.of(Effect.NONE, Evidence.PROVEN, "nothing runs on it"));
    }

    static Change create(String kind, String name, int rank, String resource) {
        ObjectKey key = key(kind, name);
        return change(Action.CREATE, key, rank)
                .resource(resource.isEmpty() ? Optional.empty() : Optional.of(resource(resource)))
                .addSteps(step(kind + "/" + name, Verb.APPLY, key))
                .build();
    }

    static Map<ResourceKey, Set<ResourceKey>> needs(String... pairs) {
        Map<ResourceKey, Set<ResourceKey>> needs = new LinkedHashMap<>();
        for (String pair : pairs) {
            String[] ends = pair.split(" needs ");
            needs.computeIfAbsent(resource(ends[0]), it -> new LinkedHashSet<>())
                    .add(resource(ends[1]));
        }
        return needs;
    }

    static Wanted wanted(Map<ResourceKey, Set<ResourceKey>> needs, DesiredObject... objects) {
        return new Wanted("shop", "prod", "kubernetes", Optional.empty(), List.of(objects), needs);
    }

    static Comparison comparison(List<Change> changes) {
        return new Comparison(PLACE, changes, List.of(), List.of(), List.of(), List.of(), 7);
    }

    static Plan plan(Map<ResourceKey, Set<ResourceKey>> needs, Change... changes) {
        return Planner.plan(wanted(needs), comparison(List.of(changes)), READ, EXPIRES);
    }

    /** Writes waves as lines: {@code 1: Namespace/shop}, and what they wait for. */
    static String outline(Plan plan) {
        StringBuilder text = new StringBuilder();
        for (Wave wave : plan.waves()) {
            List<String> ids = new ArrayList<>();
            wave.steps().forEach(step -> ids.add(step.id()));
            text.append(wave.number())
                    .append(": ")
                    .append(String.join(", ", ids))
                    .append(wave.after().isEmpty() ? "" : "  after " + wave.after())
                    .append('\n');
        }
        return text.toString();
    }

    /** A plan with one of everything that a plan can hold. */
    static Plan everything() {
        MapNode web = tree("kind", "Deployment", "replicas", 3, "image", "acme/web:2", "note", "caf\u00e9 \u2028 <x>");
        MapNode drop = tree("kind", "Service", "port", 80);
        Origin origin = Origin.user(".image(\"acme/web:2\")", new SourceLocation("Shop.java", 14, "Shop", "define"));
        Wanted wanted = wanted(
                needs("web needs db"),
                new DesiredObject("Deployment", "web", Optional.of(resource("web")), web),
                new DesiredObject("Service", "web", Optional.empty(), drop));
        Change update = change(Action.UPDATE, key("Deployment.apps", "web"), 50)
                .resource(resource("web"))
                .origin(origin)
                .impact(Impact.of(Effect.RESTART, Evidence.DOCUMENTED, "one instance with a disk")
                        .lasting(5, 20)
                        .avoidedBy("a second instance"))
                .basis(new Fingerprint("uid-1", "17", "c4a9"))
                .addFields(
                        new FieldChange(
                                "spec.image",
                                Optional.of(Node.of("acme/web:1", null)),
                                Optional.of(Node.of("acme/web:2", null)),
                                Optional.empty()),
                        new FieldChange(
                                "spec.paused",
                                Optional.empty(),
                                Optional.of(Node.of(null, null)),
                                Optional.of("server")))
                .addForeign(new Foreign("spec.replicas", Node.of(5, null), "kubectl-edit", Optional.of(READ)))
                .addSteps(new Step(
                        "web-1",
                        key("Deployment.apps", "web"),
                        Verb.APPLY,
                        Optional.of(web),
                        Optional.of(new Fingerprint("uid-1", "17", "c4a9")),
                        "apply Deployment shop/web"))
                .build();
        Change replace = change(Action.REPLACE, key("Service", "web"), 30)
                .unverified("webhook acme does not support dry run")
                .estimate(new Estimate(new Seconds(8, 90), "as its last 3 deploys"))
                .basis(new Fingerprint("uid-2", "18", "77e1"))
                .addSteps(
                        new Step(
                                "service-1",
                                key("Service", "web-2"),
                                Verb.APPLY,
                                Optional.of(tree("kind", "Service", "name", "web-2")),
                                Optional.empty(),
                                "apply Service shop/web-2"),
                        step("service-2", Verb.DELETE, key("Service", "web")))
                .build();
        Change delete = change(Action.DELETE, key("ConfigMap", "old"), 1080)
                .isReadyAtOnce(true)
                .impact(Impact.of(Effect.DATA_LOSS, Evidence.ASSUMED, "what it holds is not elsewhere"))
                .basis(new Fingerprint("uid-3", "19", "dead"))
                .addSteps(step("old-1", Verb.DELETE, key("ConfigMap", "old")))
                .build();
        Comparison found = new Comparison(
                PLACE,
                List.of(update, replace, delete),
                List.of(key("ConfigMap", "same"), new ObjectKey("Namespace", "", "shop")),
                Verification.RECORDED,
                Set.of(key("ConfigMap", "same")),
                List.of(new ForeignOf(
                        key("ConfigMap", "same"),
                        List.of(new Foreign("data.x", Node.of("(secret v#1)", null), "helm", Optional.empty())))),
                List.of(new Kept(
                        key("PersistentVolumeClaim", "db"),
                        "it holds data",
                        "--delete 'PersistentVolumeClaim shop/db'")),
                List.of(new Blocker(
                        Optional.of(key("Deployment.apps", "web")),
                        "a field belongs to someone else",
                        "spec.replicas",
                        "kubectl-edit set it",
                        "leave it out")),
                12,
                Optional.empty());
        return Planner.plan(wanted, found, READ, EXPIRES);
    }
}
