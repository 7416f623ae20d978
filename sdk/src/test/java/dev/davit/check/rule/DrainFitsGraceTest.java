package dev.davit.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Image;
import dev.davit.Kubernetes;
import dev.davit.Raw;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.check.FixedTarget;
import dev.davit.check.Found;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrainFitsGraceTest {
    private static final ResourceKey BATCH = new ResourceKey(Kind.WORKER, "batch");
    private static final String GRACE = "/spec/template/spec/terminationGracePeriodSeconds";

    private static List<String> onKubernetes(String preStop, Raw... edits) {
        return Found.by(
                new DrainFitsGrace(),
                infra -> infra.deployTo(Kubernetes.context("c")
                        .raw(
                                infra.worker("batch", Image.of("acme/batch:1"), w -> w.drain(Duration.ofMinutes(2))),
                                "Deployment",
                                edits)),
                new FixedTarget("kubernetes").manifest(BATCH, """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: batch}
                        spec:
                          template:
                            spec:
                              terminationGracePeriodSeconds: 135
                              containers:
                              - name: batch
                                lifecycle: {preStop: %s}
                        """.formatted(preStop)));
    }

    private static List<String> onRender(Raw... edits) {
        return Found.by(
                new DrainFitsGrace(),
                infra -> infra.deployTo(Render.region(Region.OREGON)
                        .raw(
                                infra.worker("batch", Image.of("acme/batch:1"), w -> w.drain(Duration.ofMinutes(2))),
                                edits)),
                new FixedTarget("render").service(BATCH, "{type: worker, name: batch, maxShutdownDelaySeconds: 120}"));
    }

    @Test
    void a_grace_of_the_wait_and_the_drain_is_enough() {
        assertThat(onKubernetes("{sleep: {seconds: 15}}")).isEmpty();
        assertThat(onKubernetes("{exec: {command: [sh, -c, sleep 15]}}")).isEmpty();
        assertThat(onRender()).isEmpty();
    }

    @Test
    void a_raw_grace_below_the_wait_and_the_drain_is_refused() {
        assertThat(onKubernetes("{sleep: {seconds: 15}}", Raw.set(GRACE, 120)))
                .containsExactly("TMO002 Deployment/batch is killed after 120 s, before its work can be done"
                        + " @ .raw(batch, \"Deployment\", Raw.set(\"" + GRACE + "\", ...))");
        assertThat(onKubernetes("{sleep: {seconds: 15}}", Raw.remove(GRACE)))
                .containsExactly("TMO002 Deployment/batch is killed after 30 s, before its work can be done"
                        + " @ .raw(batch, \"Deployment\", Raw.remove(\"" + GRACE + "\"))");
    }

    @Test
    void a_longer_wait_counts_however_it_is_written() {
        assertThat(onKubernetes("{exec: {command: [sh, -c, 'sleep 60']}}"))
                .containsExactly("TMO002 Deployment/batch is killed after 135 s, before its work can be done"
                        + " @ .worker(\"batch\", ...)");
    }

    @Test
    void a_raw_delay_below_the_drain_is_refused_on_render() {
        assertThat(onRender(Raw.set("/maxShutdownDelaySeconds", 30)))
                .containsExactly("TMO002 worker/batch is killed after 30 s, before its work can be done"
                        + " @ .raw(batch, Raw.set(\"/maxShutdownDelaySeconds\", ...))");
    }
}
