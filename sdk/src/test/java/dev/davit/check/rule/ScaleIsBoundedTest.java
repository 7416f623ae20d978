package dev.davit.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.Image;
import dev.davit.Kubernetes;
import dev.davit.Raw;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.Scale;
import dev.davit.check.FixedTarget;
import dev.davit.check.Found;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import org.junit.jupiter.api.Test;

class ScaleIsBoundedTest {
    private static final ResourceKey BATCH = new ResourceKey(Kind.WORKER, "batch");
    private static final String AUTOSCALER = """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: batch}
            spec:
              minReplicas: 2
              maxReplicas: 6
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: batch}
            """;
    private static final String SCALED_OBJECT = """
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata: {name: %s}
            spec:
              minReplicaCount: 1
              maxReplicaCount: 6
              scaleTargetRef: {name: %s}
            """;

    private static Definition batch(Scale scale) {
        return infra -> infra.worker("batch", Image.of("acme/batch:1"), w -> w.scale(scale));
    }

    private static Definition edited(String object, Raw... edits) {
        return infra -> infra.deployTo(
                Kubernetes.context("c").raw(infra.worker("batch", Image.of("acme/batch:1"), w -> {}), object, edits));
    }

    @Test
    void a_range_without_a_reason_is_refused() {
        assertThat(Found.by(new ScaleIsBounded(), batch(Scale.between(2, 6))))
                .containsExactly("SCL001 worker \"batch\" says how many instances, but not when"
                        + " @ .scale(Scale.between(2, 6))");
    }

    @Test
    void a_number_or_a_range_with_a_reason_is_fine() {
        assertThat(Found.by(new ScaleIsBounded(), batch(Scale.fixed(3)))).isEmpty();
        assertThat(Found.by(new ScaleIsBounded(), batch(Scale.between(3, 3)))).isEmpty();
        assertThat(Found.by(new ScaleIsBounded(), batch(Scale.between(2, 6).memory(80))))
                .isEmpty();
        assertThat(Found.by(
                        new ScaleIsBounded(),
                        edited("HorizontalPodAutoscaler"),
                        new FixedTarget("kubernetes").manifest(BATCH, AUTOSCALER)))
                .isEmpty();
    }

    @Test
    void a_bound_that_a_raw_edit_removes_is_missed() {
        assertThat(Found.by(
                        new ScaleIsBounded(),
                        edited("HorizontalPodAutoscaler", Raw.remove("/spec/minReplicas")),
                        new FixedTarget("kubernetes").manifest(BATCH, AUTOSCALER)))
                .containsExactly("SCL001 HorizontalPodAutoscaler/batch scales without minReplicas"
                        + " @ .raw(batch, \"HorizontalPodAutoscaler\", Raw.remove(\"/spec/minReplicas\"))");
        assertThat(Found.by(
                        new ScaleIsBounded(),
                        edited("ScaledObject", Raw.remove("/spec/maxReplicaCount")),
                        new FixedTarget("kubernetes").manifest(BATCH, SCALED_OBJECT.formatted("batch", "batch"))))
                .containsExactly("SCL001 ScaledObject/batch scales without maxReplicaCount"
                        + " @ .raw(batch, \"ScaledObject\", Raw.remove(\"/spec/maxReplicaCount\"))");
    }

    @Test
    void raw_scaling_of_render_needs_both_bounds() {
        assertThat(Found.by(
                        new ScaleIsBounded(),
                        infra -> infra.deployTo(Render.region(Region.OREGON)
                                .raw(
                                        infra.worker("batch", Image.of("acme/batch:1"), w -> {}),
                                        Raw.set("/scaling/minInstances", 2))),
                        new FixedTarget("render").service(BATCH, "{type: worker, name: batch}")))
                .containsExactly("SCL001 worker/batch scales without maxInstances"
                        + " @ .raw(batch, Raw.set(\"/scaling/minInstances\", ...))");
    }

    @Test
    void two_scalers_of_one_workload_are_refused() {
        assertThat(Found.by(
                        new ScaleIsBounded(),
                        edited("ScaledObject", Raw.set("/spec/scaleTargetRef/name", "batch")),
                        new FixedTarget("kubernetes")
                                .manifest(BATCH, AUTOSCALER)
                                .manifest(BATCH, SCALED_OBJECT.formatted("depth", "other"))))
                .containsExactly("SCL001 Deployment/batch is scaled by HorizontalPodAutoscaler/batch"
                        + " and by ScaledObject/depth"
                        + " @ .raw(batch, \"ScaledObject\", Raw.set(\"/spec/scaleTargetRef/name\", ...))");
    }
}
