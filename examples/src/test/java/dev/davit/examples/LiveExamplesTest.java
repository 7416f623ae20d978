package dev.davit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example on a real API server, as its definition is, in the namespace it asks for; kubectl is the witness. */
@OnFakeNodes
@Tag("slow")
class LiveExamplesTest {
    @TempDir
    private Path temp;

    private Place place;

    static List<Example> examples() {
        return Example.ALL.stream()
                .filter(it -> Files.isDirectory(it.expected().resolve("kubernetes")))
                .toList();
    }

    private Davit.Run davit(String command, Example example, String... options) throws Exception {
        return place.davit(temp, command, example.source(), options);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_gets_ready_does_not_differ_from_what_is_live_and_leaves_only_what_holds_data_and_all_it_needs(
            Example example, TestCluster cluster) throws Exception {
        place = Place.of(example, cluster);

        Davit.Run applied = davit("apply", example, "--yes", "--wait-timeout", "2m");
        assertThat(applied.exitCode()).as(applied.out()).isZero();
        assertThat(place.podSecurity()).isEqualTo("restricted");
        place.settle();
        assertThat(place.notReady()).isEmpty();

        List<String> before = place.versions();
        Davit.Run diff = davit("diff", example, "--detailed-exitcode");
        assertThat(diff.exitCode()).as(diff.out()).isZero();
        assertThat(diff.out()).contains("no changes, ");
        assertThat(place.versions()).isEqualTo(before).hasSizeGreaterThan(10);

        Davit.Run destroyed = davit("destroy", example, "--confirm", example.folder());
        assertThat(destroyed.exitCode()).as(destroyed.out()).isZero();
        List<String> kept =
                Example.files(example.expected()).values().stream().anyMatch(it -> it.contains("kind: StatefulSet"))
                        ? List.of(
                                "configmap/jobs-valkey",
                                "controllerrevision.apps/jobs",
                                "endpointslice.discovery.k8s.io/jobs",
                                "networkpolicy.networking.k8s.io/jobs",
                                "persistentvolumeclaim/disk-data-jobs-0",
                                "pod/jobs-0",
                                "poddisruptionbudget.policy/jobs",
                                "service/jobs",
                                "serviceaccount/jobs",
                                "statefulset.apps/jobs")
                        : List.of();
        assertThat(place.left()).containsExactlyElementsOf(kept);
    }
}
