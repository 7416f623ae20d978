package dev.davit.k8s.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.DocumentReader;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Yaml;
import dev.davit.k8s.ownership.Home;
import dev.davit.k8s.ownership.Homes;
import dev.davit.plan.Comparison;
import dev.davit.plan.Wanted;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each example that has manifests, applied by kubectl under our name: nothing differs, whatever the server made of it. */
@OnFakeNodes
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "..", "examples");

    /** The fifth, rag-on-render, has no manifests. */
    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "static-and-cron", "doc-ai", "llm-on-kubernetes"})
    void an_example_that_is_applied_differs_in_nothing(String example, TestCluster cluster) throws IOException {
        List<MapNode> documents = documents(EXAMPLES.resolve(example).resolve("expected/kubernetes"));
        try (LiveStack stack = new LiveStack(cluster, example)) {
            Wanted wanted = stack.wanted(Yaml.write(documents, List.of()));
            String id = Membership.read(
                            stack.server, Homes.anywhere(stack.server).of(wanted))
                    .id();
            wanted.objects()
                    .forEach(it -> Objects.child(Objects.child(it.tree(), "metadata"), "labels")
                            .put(Home.MEMBER, id));
            Path marked = Files.createTempFile("davit-" + example, ".yaml");
            Files.writeString(
                    marked,
                    Yaml.write(wanted.objects().stream().map(it -> it.tree()).toList(), List.of()));
            Comparison before = stack.compare(wanted);
            cluster.kubectl(
                    "apply",
                    "--namespace",
                    "",
                    "--server-side",
                    "--field-manager",
                    "davit",
                    "--filename",
                    marked.toString());
            String versions = versions(stack, wanted);

            Comparison after = stack.compare(wanted);

            assertThat(before.changes()).hasSameSizeAs(wanted.objects());
            assertThat(LiveStack.lines(after)).isEmpty();
            assertThat(after.blockers()).isEmpty();
            assertThat(after.unchanged()).hasSameSizeAs(wanted.objects());
            assertThat(versions(stack, wanted)).isEqualTo(versions);
            Files.delete(marked);
        }
    }

    private static List<MapNode> documents(Path folder) throws IOException {
        List<MapNode> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".yaml") && !file.endsWith("kustomization.yaml")) {
                    for (Node document : DocumentReader.read(file)) {
                        documents.add((MapNode) document);
                    }
                }
            }
        }
        // kubectl takes them as they come, and there is no object without its namespace.
        documents.sort(Comparator.comparing(it -> !Objects.kind(it).equals("Namespace")));
        return documents;
    }

    /**
     * The version moves with the status, too; who applied when does not. An autoscaler may change a Deployment's replicas at any moment,
     * and its generation with them.
     */
    private static String versions(LiveStack stack, Wanted wanted) {
        StringBuilder versions = new StringBuilder();
        wanted.objects().forEach(it -> {
            MapNode live = stack.server.get(stack.path(it.tree())).body();
            versions.append(it.address())
                    .append(' ')
                    .append(Objects.uid(live))
                    .append(' ')
                    .append(it.kind().equals("Deployment") ? "" : Objects.text(live, "metadata", "generation"));
            ManagedFields.of(live).entries().stream()
                    .filter(Managers::isOurs)
                    .forEach(entry -> versions.append(' ').append(entry.time()));
            versions.append('\n');
        });
        return versions.toString();
    }
}
