package dev.davit.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Applier;
import dev.davit.apply.ApplyOptions;
import dev.davit.apply.Ending;
import dev.davit.apply.Journal;
import dev.davit.apply.Outcome;
import dev.davit.document.DocumentReader;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.k8s.cluster.Clusters;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Change;
import dev.davit.plan.Comparison;
import dev.davit.plan.Plan;
import dev.davit.plan.Planner;
import dev.davit.plan.Wanted;
import dev.davit.target.CompareOptions;
import dev.davit.testcluster.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compare, plan and apply together, for one stack in a test's namespace. */
final class Whole implements AutoCloseable {
    private final TestCluster cluster;
    private final Path folder;
    private KubernetesConnection connection;
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private int runs;

    Whole(TestCluster cluster, Path folder) {
        this.cluster = cluster;
        this.folder = folder;
        this.connection = connect(cluster);
    }

    static KubernetesConnection connect(TestCluster cluster) {
        return new KubernetesConnection(
                Clusters.of(Map.of("KUBECONFIG", cluster.kubeconfig().toString()))
                        .connect(Optional.empty()),
                Optional.empty());
    }

    /** Plan towards manifests as a command of its own does; {@code NS} in them is the test's namespace. */
    Plan plan(String... manifests) {
        connection.close();
        connection = connect(cluster);
        return plan(connection, wanted(cluster, String.join("---\n", manifests)));
    }

    static Plan plan(KubernetesConnection connection, Wanted wanted) {
        Comparison found = connection.compare(wanted, CompareOptions.cautious());
        return Planner.plan(wanted, found, Instant.now(), Instant.now().plusSeconds(3600));
    }

    /** Read manifests as what is wanted of a stack of the test's own; {@code NS} in them is its namespace. */
    static Wanted wanted(TestCluster cluster, String manifests) {
        List<DesiredObject> objects = new ArrayList<>();
        for (Node node : DocumentReader.read("test.yaml", manifests.replace("NS", cluster.namespace()))) {
            if (node instanceof MapNode tree) {
                String name =
                        tree.getMap("metadata").orElseThrow().getText("name").orElseThrow();
                objects.add(new DesiredObject(tree.getText("kind").orElseThrow(), name, Optional.empty(), tree));
            }
        }
        return new Wanted(cluster.namespace(), "test", "kubernetes", Optional.empty(), objects, Map.of());
    }

    /** Give the one change of a plan that nothing stands against. */
    static Change only(Plan plan) {
        assertThat(plan.blockers()).isEmpty();
        assertThat(plan.changes()).hasSize(1);
        return plan.changes().get(0);
    }

    Outcome carryOut(Plan plan) {
        String run = "run" + runs++;
        ApplyOptions options = new ApplyOptions.Builder()
                .by("me@here")
                .run(run)
                .lockTimeout(Duration.ZERO)
                .build();
        try (Journal journal = Journal.open(
                folder.resolve(run),
                connection.place(),
                plan.wanted().stack(),
                plan.wanted().stage())) {
            return new Applier(connection, journal, options, event -> events.add(event.toString())).apply(plan);
        }
    }

    /** Give what listeners were told, as text. */
    String events() {
        return events.toString();
    }

    /** Give what the releases' records in the cluster say was wanted, as text. */
    String releases() {
        return connection.releases(cluster.namespace(), "test").list().stream()
                .flatMap(it -> it.wanted().objects().stream())
                .map(it -> it.tree().toString())
                .collect(Collectors.joining("\n"));
    }

    /** Bring the cluster to what manifests say. */
    void apply(String... manifests) {
        Plan plan = plan(manifests);
        assertThat(plan.blockers()).isEmpty();
        Outcome outcome = carryOut(plan);
        assertThat(outcome.ending()).as(outcome.detail()).isEqualTo(Ending.DONE);
    }

    String get(String what, String path) {
        return cluster.kubectl("get", what, "-o", "jsonpath={" + path + "}");
    }

    @Override
    public void close() {
        connection.close();
    }
}
