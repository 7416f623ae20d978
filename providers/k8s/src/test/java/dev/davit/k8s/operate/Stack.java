package dev.davit.k8s.operate;

import dev.davit.apply.Fence;
import dev.davit.apply.LeaseLostException;
import dev.davit.apply.Readiness;
import dev.davit.apply.Written;
import dev.davit.document.DocumentReader;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Clusters;
import dev.davit.k8s.cluster.Kind;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import dev.davit.k8s.ownership.Homes;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.Effect;
import dev.davit.plan.Evidence;
import dev.davit.plan.Fingerprint;
import dev.davit.plan.Impact;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Place;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Step.Verb;
import dev.davit.plan.Wanted;
import dev.davit.target.LogQuery;
import dev.davit.testcluster.TestCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Plays the part of the engine for one stack on a real cluster: plans by hand, performs step by step. */
final class Stack {
    private final TestCluster cluster;
    final ApiServer api;
    final Home home;

    Stack(TestCluster cluster) {
        this(cluster, cluster.kubeconfig().toString(), cluster.namespace());
    }

    Stack(TestCluster cluster, String kubeconfig, String namespace) {
        this.cluster = cluster;
        this.api = Clusters.of(Map.of("KUBECONFIG", kubeconfig))
                .connect(Optional.empty())
                .server();
        this.home = new Home("shop", "test", namespace);
    }

    KubernetesOperator operator() {
        return new KubernetesOperator(api, Homes.anywhere(api));
    }

    /** Gives the operator of a later process that carries the same plan on. */
    KubernetesOperator later(MapNode tree) {
        KubernetesOperator operator = operator();
        operator.begin(plan(List.of(tree)), 1, holding(1));
        return operator;
    }

    /** Reads manifests; what has no namespace gets the stack's. */
    List<MapNode> objects(String yaml) {
        List<MapNode> objects = new ArrayList<>();
        for (Node node : DocumentReader.read("test.yaml", yaml)) {
            MapNode tree = (MapNode) node;
            MapNode metadata = tree.getMap("metadata").orElseThrow();
            if (isNamespaced(new Live(tree)) && metadata.getText("namespace").isEmpty()) {
                metadata.put("namespace", home.namespace());
            }
            objects.add(tree);
        }
        return objects;
    }

    private boolean isNamespaced(Live live) {
        return api.kinds()
                .find(live.text("apiVersion").orElseThrow(), live.kind())
                .map(Kind::namespaced)
                .orElse(true);
    }

    MapNode object(String yaml) {
        return objects(yaml).get(0);
    }

    Plan plan(List<MapNode> wanted, Step... steps) {
        Plan.Builder plan = new Plan.Builder();
        plan.wanted(new Wanted(
                "shop",
                "test",
                "kubernetes",
                Optional.empty(),
                wanted.stream().map(Stack::desired).toList(),
                Map.of()));
        plan.place(new Place("kubernetes", "test", "test"))
                .readAt(Instant.EPOCH)
                .expiresAt(Instant.EPOCH.plusSeconds(3600));
        for (Step step : steps) {
            plan.addChanges(change(step));
        }
        return plan.build();
    }

    private static DesiredObject desired(MapNode tree) {
        Live live = new Live(tree);
        return new DesiredObject(live.kind(), live.name(), Optional.empty(), tree);
    }

    private static Change change(Step step) {
        boolean deletes = step.verb() == Verb.DELETE || step.verb() == Verb.DELETE_ORPHAN;
        Change.Builder change = new Change.Builder();
        change.key(step.key())
                .action(deletes ? Action.DELETE : step.expects().isPresent() ? Action.UPDATE : Action.CREATE)
                .impact(Impact.of(Effect.NONE, Evidence.ASSUMED, "a test"))
                .basis(step.expects())
                .rank(0)
                .addSteps(step);
        return change.build();
    }

    /** Makes the step that a plan made now would have. */
    Step apply(MapNode tree) {
        return step(Verb.APPLY, tree);
    }

    Step step(Verb verb, MapNode tree) {
        Live live = new Live(tree);
        ObjectKey key = new ObjectKey(ReadyRules.kindOf(live), live.namespace(), live.name());
        boolean deletes = verb == Verb.DELETE || verb == Verb.DELETE_ORPHAN;
        Optional<MapNode> body = deletes ? Optional.empty() : Optional.of(tree);
        return new Step(verb + " " + key, key, verb, body, seen(tree), verb + " " + key);
    }

    private Optional<Fingerprint> seen(MapNode tree) {
        Reply reply = get(tree);
        Live live = new Live(reply.body());
        return reply.ok() ? Optional.of(new Fingerprint(live.uid(), live.version(), "")) : Optional.empty();
    }

    Reply get(MapNode tree) {
        return path(tree).map(api::get).orElseGet(() -> new Reply(404, new MapNode(null), ""));
    }

    Live live(MapNode tree) {
        Reply reply = get(tree);
        if (!reply.ok()) {
            throw new AssertionError(reply.message());
        }
        return new Live(reply.body());
    }

    private Optional<String> path(MapNode tree) {
        Live live = new Live(tree);
        return api.kinds()
                .find(live.text("apiVersion").orElseThrow(), live.kind())
                .map(it -> it.path(live.namespace(), live.name()));
    }

    /** Brings the cluster to what manifests say, as an apply does. */
    List<MapNode> bring(String yaml) {
        List<MapNode> objects = objects(yaml);
        KubernetesOperator operator = operator();
        Plan plan = plan(objects, objects.stream().map(this::apply).toArray(Step[]::new));
        operator.begin(plan, 1, holding(1));
        plan.changes().forEach(it -> carryOut(operator, it.steps().get(0)));
        operator.finish(plan, holding(1));
        return objects;
    }

    /** Writes what manifests say, and waits for nothing. */
    void send(String yaml) {
        List<MapNode> objects = objects(yaml);
        KubernetesOperator operator = operator();
        Plan plan = plan(objects, objects.stream().map(this::apply).toArray(Step[]::new));
        operator.begin(plan, 1, holding(1));
        plan.changes().forEach(it -> operator.perform(it.steps().get(0), holding(1)));
        operator.finish(plan, holding(1));
    }

    /** Reads logs of the last hour from now on. */
    ClusterLogs logs(OptionalInt tail, String... resources) {
        return new ClusterLogs(api, home, new LogQuery("shop", "test", Set.of(resources), Duration.ofHours(1), tail));
    }

    Readiness carryOut(KubernetesOperator operator, Step step) {
        return await(operator, step, operator.perform(step, holding(1)));
    }

    Readiness await(KubernetesOperator operator, Step step, Written written) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        Readiness readiness = operator.readiness(step, written, holding(1));
        while (readiness.state() == Readiness.State.WAITING && System.nanoTime() < end) {
            sleep(100);
            readiness = operator.readiness(step, written, holding(1));
        }
        return readiness;
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String kubectl(String... arguments) {
        return cluster.kubectl(arguments);
    }

    static Fence holding(long token) {
        return fence(token, true);
    }

    static Fence lost(long token) {
        return fence(token, false);
    }

    private static Fence fence(long token, boolean held) {
        return new Fence() {
            @Override
            public long token() {
                return token;
            }

            @Override
            public void check() {
                if (!held) {
                    throw new LeaseLostException("another holds it");
                }
            }
        };
    }
}
