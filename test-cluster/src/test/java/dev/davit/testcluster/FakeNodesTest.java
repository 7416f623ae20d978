package dev.davit.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnFakeNodes
class FakeNodesTest {
    private static TestCluster ofAll;

    @BeforeAll
    static void keep(TestCluster cluster) {
        ofAll = cluster;
    }

    @AfterAll
    static void a_namespace_of_the_class_lasts_as_long_as_the_class() {
        assertThat(phase(ofAll)).isEqualTo("Active");
    }

    @Test
    void each_test_has_a_namespace_of_its_own(TestCluster cluster, TestCluster again) {
        assertThat(cluster.namespace()).startsWith("each-test-has-a-namespace-of-its-own-");
        assertThat(again).isSameAs(cluster);
        assertThat(cluster.namespace()).isNotEqualTo(ofAll.namespace());
        cluster.close();
        assertThat(phase(cluster)).isEqualTo("Terminating");
    }

    private static String phase(TestCluster cluster) {
        return cluster.kubectl("get", "namespace", cluster.namespace(), "-o", "jsonpath={.status.phase}");
    }

    @Test
    void a_namespace_refuses_a_pod_that_may_run_as_root(TestCluster cluster) {
        assertThatThrownBy(() -> cluster.kubectl("run", "root", "--image=davit.test/app:1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("violates PodSecurity \"restricted:latest\"");
    }

    @Test
    void a_deployment_gets_ready(TestCluster cluster) {
        cluster.apply(Manifests.deployment("shop", 3, ""));
        cluster.kubectl("rollout", "status", "deployment/shop", "--timeout=120s");
        assertThat(cluster.kubectl("get", "deployment/shop", "-o", "jsonpath={.status.readyReplicas}"))
                .isEqualTo("3");
    }

    @Test
    void a_pod_gets_ready_as_late_as_its_annotation_says(TestCluster cluster) {
        long start = System.nanoTime();
        cluster.apply(Manifests.pod("late", "davit.test/ready-after: 3s"));
        cluster.kubectl("wait", "--for=condition=Ready", "pod/late", "--timeout=120s");
        assertThat((System.nanoTime() - start) / 1e9).isGreaterThan(3);
    }

    @ParameterizedTest
    @CsvSource({"crash, CrashLoopBackOff, Running", "no-image, ImagePullBackOff, Pending"})
    void a_pod_plays_what_its_annotation_says(String play, String reason, String phase, TestCluster cluster) {
        cluster.apply(Manifests.pod("player", "davit.test/play: " + play));
        cluster.kubectl(
                "wait",
                "--for=jsonpath={.status.containerStatuses[0].state.waiting.reason}=" + reason,
                "pod/player",
                "--timeout=120s");
        assertThat(cluster.kubectl("get", "pod/player", "-o", "jsonpath={.status.phase}"))
                .isEqualTo(phase);
    }

    @Test
    void a_claim_gets_a_volume_that_grows_and_goes_with_it(TestCluster cluster) {
        cluster.apply(Manifests.claim("data", "1Gi"));
        cluster.apply(Manifests.deployment("store", 1, "data"));
        cluster.kubectl("rollout", "status", "deployment/store", "--timeout=120s");
        String volume = cluster.kubectl("get", "pvc/data", "-o", "jsonpath={.spec.volumeName}");

        cluster.apply(Manifests.claim("data", "2Gi"));
        cluster.kubectl("wait", "--for=jsonpath={.status.capacity.storage}=2Gi", "pvc/data", "--timeout=120s");

        cluster.kubectl("delete", "deployment/store", "pvc/data", "--timeout=120s");
        cluster.kubectl("wait", "--for=delete", "pv/" + volume, "--timeout=120s");
    }
}
