package dev.davit.k8s.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.DocumentReader;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.ApplyParameters;
import dev.davit.k8s.cluster.Clusters;
import dev.davit.k8s.cluster.Kind;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import dev.davit.k8s.ownership.Homes;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Change;
import dev.davit.plan.Comparison;
import dev.davit.plan.FieldChange;
import dev.davit.plan.Step;
import dev.davit.plan.Wanted;
import dev.davit.target.CompareOptions;
import dev.davit.testcluster.TestCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** Hold a stack in a test's namespace, and a server to compare it with. */
final class LiveStack implements AutoCloseable {
    final ApiServer server;
    private final TestCluster cluster;
    private final String stack;

    LiveStack(TestCluster cluster) {
        this(cluster, cluster.namespace());
    }

    LiveStack(TestCluster cluster, String stack) {
        this.cluster = cluster;
        this.stack = stack;
        this.server = Clusters.of(Map.of("KUBECONFIG", cluster.kubeconfig().toString()))
                .connect(Optional.empty())
                .server();
    }

    /** Read wanted objects; those without a namespace get the test's. */
    Wanted wanted(String manifests) {
        List<DesiredObject> objects = new ArrayList<>();
        for (Node document : DocumentReader.read("manifests", manifests)) {
            MapNode tree = (MapNode) document;
            boolean namespaced = server.kinds()
                    .find(Objects.text(tree, "apiVersion"), Objects.text(tree, "kind"))
                    .map(Kind::namespaced)
                    .orElse(true);
            if (namespaced && Objects.namespace(tree).isEmpty()) {
                Objects.child(tree, "metadata").put("namespace", cluster.namespace());
            }
            objects.add(new DesiredObject(Objects.text(tree, "kind"), Objects.name(tree), Optional.empty(), tree));
        }
        return new Wanted(stack, "test", "kubernetes", Optional.empty(), objects, Map.of());
    }

    Comparison compare(Wanted wanted) {
        return compare(wanted, CompareOptions.cautious());
    }

    Comparison compare(Wanted wanted, CompareOptions options) {
        return compare(server, wanted, options);
    }

    /** Compare by somebody else's rights. */
    Comparison compare(ApiServer as, Wanted wanted, CompareOptions options) {
        return new Comparing(as, Homes.anywhere(as), Identity.of(server, "test")).compare(wanted, options);
    }

    /** Apply as an apply of ours does: the members, then the parent that says which kinds they have. */
    void apply(Wanted wanted) {
        Membership membership = Membership.read(server, Homes.anywhere(server).of(wanted));
        TreeSet<String> kinds = new TreeSet<>();
        for (DesiredObject object : wanted.objects()) {
            MapNode body = object.tree().copy();
            kinds.add(Objects.kind(body));
            Objects.child(Objects.child(body, "metadata"), "labels").put(Home.MEMBER, membership.id());
            accept(server.apply(path(body), body, ApplyParameters.cautious("davit")));
        }
        MapNode parent = new MapNode(null).put("apiVersion", "v1").put("kind", "Secret");
        MapNode metadata = parent.map("metadata", null)
                .put("name", membership.home().name())
                .put("namespace", membership.home().namespace());
        metadata.map("labels", null).put("applyset.kubernetes.io/id", membership.id());
        metadata.map("annotations", null)
                .put("applyset.kubernetes.io/tooling", "davit/v0.0.0")
                .put("applyset.kubernetes.io/contains-group-kinds", String.join(",", kinds));
        accept(server.apply(path(parent), parent, ApplyParameters.cautious("davit")));
    }

    String path(MapNode tree) {
        return server.kinds()
                .find(Objects.text(tree, "apiVersion"), Objects.text(tree, "kind"))
                .orElseThrow()
                .path(Objects.namespace(tree), Objects.name(tree));
    }

    /** Send the APPLY steps of a comparison, marked as an operator marks them. */
    void carryOut(Comparison comparison, Wanted wanted) {
        for (Change change : comparison.changes()) {
            for (Step step : change.steps()) {
                if (step.verb() == Step.Verb.APPLY) {
                    MapNode body = step.body().orElseThrow().copy();
                    Objects.child(Objects.child(body, "metadata"), "labels")
                            .put(
                                    Home.MEMBER,
                                    Membership.read(
                                                    server,
                                                    Homes.anywhere(server).of(wanted))
                                            .id());
                    accept(server.apply(path(body), body, ApplyParameters.cautious("davit")));
                }
            }
        }
    }

    static Reply accept(Reply reply) {
        if (!reply.ok()) {
            throw new AssertionError(reply.status() + " " + reply.message());
        }
        return reply;
    }

    /** Wait, as the server learns of kinds and webhooks by and by. */
    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 30 seconds").isLessThan(end);
            Thread.sleep(100);
        }
    }

    /** Give the versions of all objects of the test's namespace that are no events and no business of controllers. */
    String versions() {
        return cluster.kubectl(
                "get",
                "configmaps,secrets,services,deployments,statefulsets,serviceaccounts,networkpolicies",
                "--output",
                "jsonpath={range .items[*]}{.kind}/{.metadata.name} {.metadata.generation} "
                        + "{.metadata.managedFields[?(@.operation==\"Apply\")].time}{\"\\n\"}{end}");
    }

    /** Write changes as tests read them: action, object, then its own fields. */
    static List<String> lines(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        for (Change change : comparison.changes()) {
            lines.add(change.action() + " " + change.key().shortKind() + " "
                    + change.key().name());
            change.fields().stream().filter(FieldChange::isOurs).forEach(it -> lines.add("  " + line(it)));
        }
        return lines;
    }

    private static String line(FieldChange field) {
        return field.path() + ": " + field.before().map(Json::compact).orElse("-") + " -> "
                + field.after().map(Json::compact).orElse("-");
    }

    @Override
    public void close() {
        server.close();
    }
}
