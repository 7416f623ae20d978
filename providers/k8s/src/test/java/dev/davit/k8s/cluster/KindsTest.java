package dev.davit.k8s.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@OnFakeNodes
class KindsTest {
    private static ApiServer server(TestCluster cluster) {
        return Clusters.of(Map.of("KUBECONFIG", cluster.kubeconfig().toString()))
                .connect(Optional.empty())
                .server();
    }

    @Test
    void each_kind_that_is_taken_on_trust_is_as_the_server_has_it_and_in_the_version_it_prefers(TestCluster cluster) {
        try (ApiServer server = server(cluster)) {
            Kinds asked = server.discover();
            assertThat(StableKinds.all()).isNotEmpty().allSatisfy(kind -> {
                assertThat(asked.find(kind.apiVersion(), kind.kind())).contains(kind);
                assertThat(asked.find(kind.key())).contains(kind);
            });
        }
    }

    @Test
    void the_server_is_asked_once_and_only_for_a_kind_that_not_every_server_has(TestCluster cluster) {
        try (ApiServer server = server(cluster)) {
            Kinds kinds = server.likelyKinds();
            assertThat(kinds.find("apps/v1", "Deployment")).isPresent();
            assertThat(kinds.find("Deployment.apps")).isPresent();
            assertThat(server.requests()).isZero();

            assertThat(kinds.find("coordination.k8s.io/v1", "Lease")).isPresent();
            assertThat(kinds.find("Gone.example.com")).isEmpty();
            assertThat(kinds.preferred()).hasSizeGreaterThan(StableKinds.all().size());
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void what_the_server_said_counts_for_more_than_what_is_taken_on_trust() {
        AtomicInteger asked = new AtomicInteger();
        Kind cluster = new Kind("example.com", "v1", "Thing", "things", false, true);
        Kinds kinds = new Kinds(List.of(), () -> {
            asked.incrementAndGet();
            return new Kinds(List.of(cluster));
        });
        assertThat(kinds.find("example.com/v1", "Thing")).contains(cluster);
        assertThat(kinds.find("Thing.example.com")).contains(cluster);
        assertThat(kinds.preferred()).containsExactly(cluster);
        assertThat(asked).hasValue(3);
    }
}
