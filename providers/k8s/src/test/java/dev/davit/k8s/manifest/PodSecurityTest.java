package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.document.MapNode;
import dev.davit.target.Images;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the restricted profile, and what linters ask of a pod besides; each test names its checks. */
class PodSecurityTest {
    /** Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
    private static final Set<String> VOLUME_TYPES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    static List<PodsOf.Pod> pods() {
        return List.<Definition>of(new Shop(), new Lab()).stream()
                .flatMap(it -> PodsOf.in(Made.of(it, Images.NONE)).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void it_keeps_to_the_restricted_profile(PodsOf.Pod pod) {
        assertThat(PodsOf.text(pod.spec(), "securityContext/seccompProfile/type"))
                .isEqualTo("RuntimeDefault");
        assertThat(pod.spec().entries().keySet()).doesNotContain("hostNetwork", "hostPID", "hostIPC");
        for (MapNode volume : pod.volumes()) {
            assertThat(volume.entries().keySet()).hasSize(2);
            assertThat(volume.entries().keySet()).anyMatch(VOLUME_TYPES::contains);
        }
        for (MapNode container : pod.containers()) {
            assertThat(PodsOf.text(container, "securityContext/allowPrivilegeEscalation"))
                    .isEqualTo("false");
            assertThat(PodsOf.text(container, "securityContext/runAsNonRoot")).isEqualTo("true");
            assertThat(PodsOf.text(container, "securityContext/capabilities")).isEqualTo("{drop=[ALL]}");
            assertThat(PodsOf.text(container, "ports")).doesNotContain("hostPort");
        }
    }

    /** Trivy KSV-0014, KSV-0020, KSV-0021; Checkov 22 and 40; kube-score container-security-context. */
    @ParameterizedTest
    @MethodSource("pods")
    void it_writes_to_no_root_file_system_and_has_a_high_user(PodsOf.Pod pod) {
        for (MapNode container : pod.containers()) {
            assertThat(PodsOf.text(container, "securityContext/readOnlyRootFilesystem"))
                    .isEqualTo("true");
            assertThat(PodsOf.text(container, "securityContext/runAsUser")).isEqualTo("10001");
            assertThat(PodsOf.text(container, "securityContext/runAsGroup")).isEqualTo("10001");
        }
    }

    /** kube-score container-resources and ephemeral-storage; kube-linter unset-memory-requirements; Polaris cpu and memory. */
    @ParameterizedTest
    @MethodSource("pods")
    void it_bounds_what_it_takes(PodsOf.Pod pod) {
        for (MapNode container : pod.containers()) {
            MapNode limits = (MapNode) PodsOf.at(container, "resources/limits");
            assertThat(limits).isEqualTo(PodsOf.at(container, "resources/requests"));
            assertThat(limits.entries().keySet()).contains("cpu", "memory", "ephemeral-storage");
        }
    }

    /** kube-linter latest-tag; kube-score container-image-pull-policy; Polaris pullPolicyNotAlways. */
    @ParameterizedTest
    @MethodSource("pods")
    void its_images_have_a_tag_and_are_pulled_each_time(PodsOf.Pod pod) {
        for (MapNode container : pod.containers()) {
            assertThat(PodsOf.text(container, "image"))
                    .matches("[^:]+(:\\d+/[^:]+)?:[^:]+")
                    .doesNotEndWith(":latest");
            assertThat(PodsOf.text(container, "imagePullPolicy")).isEqualTo("Always");
        }
    }

    /** Trivy KSV-0036; Checkov 38; Polaris automountServiceAccountToken; kube-linter default-service-account. */
    @ParameterizedTest
    @MethodSource("pods")
    void it_has_an_account_of_its_own_and_no_token(PodsOf.Pod pod) {
        assertThat(PodsOf.text(pod.spec(), "automountServiceAccountToken")).isEqualTo("false");
        assertThat(PodsOf.text(pod.spec(), "serviceAccountName")).isEqualTo(pod.name());
        assertThat(PodsOf.text(pod.spec(), "enableServiceLinks")).isEqualTo("false");
    }

    /** kube-score pod-probes and pod-probes-identical; kube-linter liveness-port and readiness-port. */
    @ParameterizedTest
    @MethodSource("pods")
    void its_servers_have_probes_that_ask_different_things(PodsOf.Pod pod) {
        for (MapNode container : pod.programs()) {
            if (container.get("ports").isEmpty()) {
                continue;
            }
            MapNode readiness = container.getMap("readinessProbe").orElseThrow();
            MapNode liveness = container.getMap("livenessProbe").orElseThrow();
            assertThat(readiness).isNotEqualTo(liveness);
            if (readiness.get("httpGet").isPresent()) {
                assertThat(readiness.get("httpGet")).isNotEqualTo(liveness.get("httpGet"));
            }
        }
    }

    /** Every mount has its volume, and no volume is for nothing. */
    @ParameterizedTest
    @MethodSource("pods")
    void its_mounts_and_volumes_fit(PodsOf.Pod pod) {
        Set<String> mounted = new java.util.TreeSet<>();
        for (MapNode container : pod.containers()) {
            List<MapNode> mounts = PodsOf.maps(container.getList("volumeMounts"));
            mounts.forEach(it -> mounted.add(it.getText("name").orElseThrow()));
            assertThat(mounts.stream().map(it -> it.getText("mountPath"))).doesNotHaveDuplicates();
        }
        List<String> volumes = pod.volumes().stream()
                .map(it -> it.getText("name").orElseThrow())
                .toList();
        assertThat(mounted).containsAll(volumes);
        mounted.removeAll(volumes);
        assertThat(mounted).allMatch(it -> it.startsWith("disk-"));
    }
}
