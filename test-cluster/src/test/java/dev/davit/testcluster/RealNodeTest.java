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

        cluster.apply(Manifests.probe("probe", "http://shop/", 200));
        cluster.kubectl("wait", "--for=condition=Complete", "job/probe", "--timeout=120s");
        assertThat(cluster.kubectl("logs", "job/probe"))
                .isEqualTo("{\"answers\":{\"1\":200},\"failed\":0,\"failures\":{},\"sent\":200}\n");
    }
}
