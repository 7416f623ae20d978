package dev.davit.testcluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnRealNode
@Tag("slow")
class RealNodeTest {
    @Test
    void a_service_answers_by_its_name_and_keeps_its_disk(TestCluster cluster) {
        cluster.apply(Manifests.claim("data", "1Gi"));
        cluster.apply(Manifests.deployment("shop", 2, "data"));
        cluster.apply(Manifests.service("shop"));
        cluster.kubectl("rollout", "status", "deployment/shop", "--timeout=120s");

        // A busy node sends nobody to a pod until some time after that is ready.
        probe(cluster, "first");
        assertThat(probe(cluster, "second"))
                .isEqualTo("{\"answers\":{\"1\":200},\"failed\":0,\"failures\":{},\"sent\":200}\n");
    }

    private static String probe(TestCluster cluster, String name) {
        cluster.apply(Manifests.probe(name, "http://shop/", 200));
        cluster.kubectl("wait", "--for=condition=Complete", "job/" + name, "--timeout=120s");
        return cluster.kubectl("logs", "job/" + name);
    }
}
