package dev.davit.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.Disk;
import dev.davit.Image;
import dev.davit.Kubernetes;
import dev.davit.Raw;
import dev.davit.Size;
import dev.davit.check.FixedTarget;
import dev.davit.check.Found;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import org.junit.jupiter.api.Test;

class DiskHasOneOwnerTest {
    private static final ResourceKey INGEST = new ResourceKey(Kind.WORKER, "ingest");
    private static final String STATEFUL_SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: ingest}
            spec:
              replicas: 1
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [%s]}
            """;
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: ingest}
            spec:
              replicas: 1
              template:
                spec:
                  containers: [{name: ingest}]
                  volumes:
                  - {name: data, persistentVolumeClaim: {claimName: cache}}
            """;
    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: cache}
            spec: {accessModes: [%s]}
            """;
    private static final String AUTOSCALER = """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: ingest}
            spec:
              scaleTargetRef: {kind: StatefulSet, name: ingest}
            """;

    private static Definition onKubernetes(String object, Raw... edits) {
        return infra -> {
            var ingest = infra.worker("ingest", Image.of("acme/ingest:1"), Disk.at("/cache", Size.gib(60)), w -> {});
            infra.deployTo(Kubernetes.context("c").raw(ingest, object, edits));
        };
    }

    private static FixedTarget kubernetes() {
        return new FixedTarget("kubernetes");
    }

    @Test
    void one_instance_with_a_disk_is_fine() {
        assertThat(Found.by(
                        new DiskHasOneOwner(),
                        onKubernetes("StatefulSet"),
                        kubernetes().manifest(INGEST, STATEFUL_SET.formatted("ReadWriteOnce"))))
                .isEmpty();
    }

    @Test
    void a_raw_second_replica_of_a_stateful_set_is_refused_at_the_edit() {
        assertThat(Found.by(
                        new DiskHasOneOwner(),
                        onKubernetes("StatefulSet", Raw.set("/spec/replicas", 3)),
                        kubernetes().manifest(INGEST, STATEFUL_SET.formatted("ReadWriteOnce"))))
                .containsExactly("DSK001 StatefulSet/ingest asks for 3 instances beside a disk"
                        + " @ .raw(ingest, \"StatefulSet\", Raw.set(\"/spec/replicas\", ...))");
    }

    @Test
    void a_disk_that_many_may_write_is_no_reason() {
        assertThat(Found.by(
                        new DiskHasOneOwner(),
                        onKubernetes("StatefulSet", Raw.set("/spec/replicas", 3)),
                        kubernetes().manifest(INGEST, STATEFUL_SET.formatted("ReadWriteMany"))))
                .isEmpty();
    }

    @Test
    void a_deployment_whose_claim_one_pod_can_hold_is_replaced_not_rolled() {
        Raw recreate = Raw.set("/spec/strategy/type", "Recreate");
        assertThat(Found.by(
                        new DiskHasOneOwner(),
                        onKubernetes("Deployment"),
                        kubernetes().manifest(INGEST, DEPLOYMENT).manifest(null, CLAIM.formatted("ReadWriteOncePod"))))
                .containsExactly("DSK001 Deployment/ingest has a disk and is rolled @ .worker(\"ingest\", ...)");
        assertThat(Found.by(
                        new DiskHasOneOwner(),
                        onKubernetes("Deployment", recreate, Raw.set("/spec/replicas", 2)),
                        kubernetes().manifest(INGEST, DEPLOYMENT).manifest(null, CLAIM.formatted("ReadWriteOnce"))))
                .containsExactly("DSK001 Deployment/ingest asks for 2 instances beside a disk"
                        + " @ .raw(ingest, \"Deployment\", Raw.set(\"/spec/replicas\", ...))");
        assertThat(Found.by(
                        new DiskHasOneOwner(),
                        onKubernetes("Deployment", recreate),
                        kubernetes().manifest(INGEST, DEPLOYMENT).manifest(null, CLAIM.formatted("ReadWriteOnce"))))
                .isEmpty();
    }

    @Test
    void an_autoscaler_of_a_stateful_set_with_a_disk_is_refused() {
        assertThat(Found.by(
                        new DiskHasOneOwner(),
                        onKubernetes("StatefulSet"),
                        kubernetes()
                                .manifest(INGEST, STATEFUL_SET.formatted("ReadWriteOnce"))
                                .manifest(INGEST, AUTOSCALER)))
                .containsExactly("DSK001 HorizontalPodAutoscaler/ingest scales ingest, which has a disk"
                        + " @ .worker(\"ingest\", ...)");
    }
}
