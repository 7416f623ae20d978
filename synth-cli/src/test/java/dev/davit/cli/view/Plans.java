package dev.davit.cli.view;

import dev.davit.apply.StepResult;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import dev.davit.plan.Action;
import dev.davit.plan.Blocker;
import dev.davit.plan.Change;
import dev.davit.plan.Comparison.ForeignOf;
import dev.davit.plan.Effect;
import dev.davit.plan.Evidence;
import dev.davit.plan.FieldChange;
import dev.davit.plan.Foreign;
import dev.davit.plan.Impact;
import dev.davit.plan.Kept;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Place;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Step.Verb;
import dev.davit.plan.Wanted;
import dev.davit.plan.Wave;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans as the planner makes them, put together by hand. */
final class Plans {
    static final Instant READ = Instant.parse("2026-11-25T14:02:11Z");
    private static final Impact NEW = Impact.of(Effect.NONE, Evidence.PROVEN, "it is not there yet");
    private static final Impact ROLLING =
            Impact.of(Effect.ROLLING, Evidence.DOCUMENTED, "maxUnavailable 0, and new pods are probed");

    private Plans() {}

    static ObjectKey key(String kind, String name) {
        return new ObjectKey(kind, kind.equals("Namespace") ? "" : "shop", name);
    }

    static Plan empty() {
        return plan().addUnchanged(key("Service", "web"), key("Deployment.apps", "web"))
                .build();
    }

    /** One of each: what a reader meets in a usual week. */
    static Plan small() {
        Change cart = change(Action.REPLACE, "StatefulSet.apps", "cart")
                .impact(Impact.of(Effect.OUTAGE, Evidence.PROVEN, "spec.serviceName cannot be changed in place")
                        .lasting(40, 90)
                        .avoidedBy("keep the name cart, or give the service a new id and move its users first"))
                .origin(Origin.user(
                        ".id(\"cart-hl\")", new SourceLocation("ShopStack.java", 41, "ShopStack", "define")))
                .addFields(field("spec.serviceName", "cart", "cart-hl"))
                .steps(List.of(
                        step("cart-1", Verb.DELETE_ORPHAN, "StatefulSet.apps", "cart"),
                        step("cart-2", Verb.APPLY, "StatefulSet.apps", "cart")))
                .build();
        Change reports = change(Action.DELETE, "PersistentVolumeClaim", "reports-data")
                .impact(Impact.of(Effect.DATA_LOSS, Evidence.DOCUMENTED, "its volume goes with it: 8Gi of reports-data")
                        .avoidedBy("leave out --allow-delete \"PersistentVolumeClaim shop/reports-data\""))
                .rank(1020)
                .build();
        Change api = change(Action.UPDATE, "Deployment.apps", "api")
                .impact(ROLLING)
                .addFields(
                        field("spec.template.spec.containers[api].image", "acme/api:1.8.2", "acme/api:1.9.0"),
                        new FieldChange(
                                "spec.template.spec.containers[api].env[CACHE_URL]",
                                Optional.empty(),
                                Optional.of(Node.of("redis://cache:6379", null)),
                                Optional.empty()),
                        field("spec.template.spec.containers[api].env[API_KEY]", "(secret v#1)", "(secret v#2)"),
                        new FieldChange(
                                "metadata.annotations[injected]",
                                Optional.empty(),
                                Optional.of(Node.of("yes", null)),
                                Optional.of("webhook sidecar.acme.dev")))
                .addForeign(new Foreign(
                        "metadata.labels[team]",
                        Node.of("checkout", null),
                        "kubectl-label",
                        Optional.of(Instant.parse("2026-11-20T08:00:00Z"))))
                .build();
        Change settings = change(Action.UPDATE, "ConfigMap", "settings")
                .impact(Impact.of(
                                Effect.RESTART,
                                Evidence.ASSUMED,
                                "worker reads it when it starts, and has one instance")
                        .lasting(5, 30))
                .addFields(field(
                        "data[app.yaml]",
                        "log: info\ncache:\n  size: 10\n  ttl: 60\n",
                        "log: info\ncache:\n  size: 20\n  ttl: 60\n"))
                .build();
        Change cache = change(Action.CREATE, "Service", "cache")
                .impact(NEW)
                .addFields(
                        created("spec.ports[6379/TCP]", Map.of("name", "redis")),
                        created("spec.selector", Map.of("app", "cache")))
                .build();
        Change ingress = change(Action.ADOPT, "Ingress.networking.k8s.io", "shop")
                .impact(Impact.of(Effect.NONE, Evidence.PROVEN, "no field changes"))
                .build();
        Change monitor = change(Action.CREATE, "ServiceMonitor.monitoring.coreos.com", "api")
                .impact(Impact.of(Effect.NONE, Evidence.ASSUMED, "it is not there yet"))
                .unverified("the cluster has no kind ServiceMonitor yet; this plan creates it")
                .build();
        return plan().addChanges(reports, cart, settings, api, cache, ingress, monitor)
                .waves(List.of(
                        new Wave(1, steps(settings, cache), ""),
                        new Wave(2, steps(api), "ConfigMap shop/settings"),
                        new Wave(3, List.of(cart.steps().get(0)), "Deployment shop/api ready"),
                        new Wave(4, List.of(cart.steps().get(1)), "StatefulSet shop/cart gone"),
                        new Wave(5, steps(ingress, monitor), "StatefulSet shop/cart ready"),
                        new Wave(6, steps(reports), "all else done")))
                .addUnchanged(key("Service", "web"), key("Deployment.apps", "web"), key("Secret", "app"))
                .addForeign(new ForeignOf(
                        key("Deployment.apps", "web"),
                        List.of(new Foreign("spec.replicas", Node.of(5, null), "kubectl-scale", Optional.empty()))))
                .addKept(new Kept(
                        key("PersistentVolumeClaim", "uploads"),
                        "it holds data, and no definition asks for it any more",
                        "--allow-delete \"PersistentVolumeClaim shop/uploads\""))
                .build();
    }

    static Plan blocked() {
        Plan plan = small();
        return new Plan.Builder()
                .from(plan)
                .addBlockers(
                        new Blocker(
                                Optional.of(key("Deployment.apps", "api")),
                                "a field is set by another tool",
                                "spec.replicas, by kubectl-scale",
                                "the definition wants 3, kubectl-scale wants 5",
                                "take it over with --force-field \"Deployment shop/api spec.replicas\", or leave it out of the definition"),
                        new Blocker(
                                Optional.empty(),
                                "the namespace shop belongs to another stack",
                                "label applyset.kubernetes.io/part-of",
                                "the objects in it are those of stack store",
                                "choose another namespace"))
                .build();
    }

    /** A first apply of 20 services: a hundred objects, most of them alike. */
    static Plan hundred() {
        Plan.Builder plan = plan();
        for (String kind :
                List.of("ServiceAccount", "ConfigMap", "Service", "Deployment.apps", "Ingress.networking.k8s.io")) {
            List<Change> changes = java.util.stream.IntStream.rangeClosed(1, 20)
                    .mapToObj(it -> "service-" + it)
                    .<Change>map(name -> change(Action.CREATE, kind, name)
                            .impact(NEW)
                            .addFields(created("spec", Map.of("of", name)))
                            .unverified("the namespace shop is made by this plan")
                            .build())
                    .toList();
            plan.addAllChanges(changes);
            int wave = List.of("ServiceAccount", "ConfigMap", "Service", "Deployment.apps", "Ingress.networking.k8s.io")
                            .indexOf(kind)
                    + 1;
            plan.addWaves(new Wave(wave, steps(changes.toArray(Change[]::new)), wave == 1 ? "" : "wave " + (wave - 1)));
        }
        return plan.build();
    }

    /** Names and values that try to draw lines of their own. */
    static Plan hostile() {
        Change change = change(Action.UPDATE, "ConfigMap", "a\u001b[2K\r+ CREATE   Secret shop/b")
                .impact(Impact.of(Effect.NONE, Evidence.PROVEN, "nothing\n  + CREATE   Secret shop/c"))
                .addFields(field("data[\u202egnp.exe]", "one\u200btwo", "\u001b]8;;http://evil\u0007x"))
                .build();
        return plan().addChanges(change)
                .addWaves(new Wave(1, steps(change), ""))
                .build();
    }

    static Plan.Builder plan() {
        Plan.Builder plan = new Plan.Builder();
        plan.wanted(new Wanted("shop", "prod", "kubernetes", Optional.empty(), List.of(), Map.of()))
                .place(new Place("kubernetes", "context prod-eu, https://10.0.0.1:6443", "uid-of-kube-system"))
                .readAt(READ)
                .expiresAt(READ.plusSeconds(3600));
        return plan;
    }

    static Change.Builder change(Action action, String kind, String name) {
        Change.Builder change = new Change.Builder();
        change.key(key(kind, name))
                .action(action)
                .rank(50)
                .addSteps(step(kind + "/" + name, action == Action.DELETE ? Verb.DELETE : Verb.APPLY, kind, name));
        return change;
    }

    static Step step(String id, Verb verb, String kind, String name) {
        String does = switch (verb) {
            case DELETE -> "delete ";
            case DELETE_ORPHAN -> "delete without its pods ";
            default -> "apply ";
        };
        return new Step(id, key(kind, name), verb, Optional.empty(), Optional.empty(), does + key(kind, name));
    }

    static StepResult result(
            Step step, int wave, StepResult.State state, String detail, int seconds, String... evidence) {
        return new StepResult(
                step,
                wave,
                state,
                detail,
                List.of(evidence),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(seconds));
    }

    private static List<Step> steps(Change... changes) {
        return java.util.Arrays.stream(changes)
                .flatMap(it -> it.steps().stream())
                .toList();
    }

    private static FieldChange field(String path, String before, String after) {
        return new FieldChange(
                path, Optional.of(Node.of(before, null)), Optional.of(Node.of(after, null)), Optional.empty());
    }

    private static FieldChange created(String path, Object after) {
        return new FieldChange(path, Optional.empty(), Optional.of(Node.of(after, null)), Optional.empty());
    }
}
