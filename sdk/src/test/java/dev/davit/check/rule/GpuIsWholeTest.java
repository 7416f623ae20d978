package dev.davit.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Gpu;
import dev.davit.Image;
import dev.davit.Kubernetes;
import dev.davit.Raw;
import dev.davit.check.FixedTarget;
import dev.davit.check.Found;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class GpuIsWholeTest {
    private static final ResourceKey LLM = new ResourceKey(Kind.PRIVATE_SERVICE, "llm");
    private static final String RESOURCES = "/spec/template/spec/containers/name=llm/resources";

    private static List<String> with(String resources, Raw... edits) {
        return Found.by(
                new GpuIsWhole(),
                infra -> infra.deployTo(Kubernetes.context("c")
                        .raw(
                                infra.privateService("llm", Image.of("acme/llm:1"), s -> s.gpu(Gpu.nvidia("L4"))),
                                "Deployment",
                                edits)),
                new FixedTarget("kubernetes").manifest(LLM, """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: llm}
                        spec:
                          template:
                            spec:
                              containers:
                              - name: llm
                                resources: %s
                        """.formatted(resources)));
    }

    @Test
    void a_whole_request_that_is_its_limit_is_fine() {
        assertThat(with("{requests: {cpu: 500m, nvidia.com/gpu: 2}, limits: {cpu: 2, nvidia.com/gpu: 2}}"))
                .isEmpty();
        assertThat(with("{limits: {nvidia.com/mig-1g.5gb: 1}}")).isEmpty();
        assertThat(with("{limits: {nvidia.com/gpu.shared: 1}}")).isEmpty();
    }

    @Test
    void a_part_of_a_gpu_is_refused() {
        assertThat(with("{limits: {}}", Raw.set(RESOURCES + "/limits/nvidia.com~1gpu", 0.5)))
                .containsExactly("GPU001 Deployment/llm asks for a part of a GPU: nvidia.com/gpu is \"0.5\""
                        + " @ .raw(llm, \"Deployment\", Raw.set(\"" + RESOURCES + "/limits/nvidia.com~1gpu\", ...))");
        assertThat(with("{requests: {nvidia.com/gpu: 500m}}"))
                .containsExactly("GPU001 Deployment/llm asks for a part of a GPU: nvidia.com/gpu is \"500m\""
                        + " @ .privateService(\"llm\", ...)");
    }

    @Test
    void a_request_that_is_not_its_limit_is_refused() {
        assertThat(with("{requests: {nvidia.com/gpu: 1}, limits: {nvidia.com/gpu: 2}}"))
                .containsExactly("GPU001 Deployment/llm requests 1 and is limited to 2 of nvidia.com/gpu"
                        + " @ .privateService(\"llm\", ...)");
        assertThat(with("{requests: {amd.com/gpu: 1}}"))
                .containsExactly("GPU001 Deployment/llm requests 1 and is limited to nothing of amd.com/gpu"
                        + " @ .privateService(\"llm\", ...)");
    }

    @Test
    void two_shares_of_one_gpu_are_refused() {
        assertThat(with("{limits: {nvidia.com/gpu.shared: 2}}"))
                .containsExactly("GPU001 Deployment/llm asks for 2 shares of one GPU @ .privateService(\"llm\", ...)");
    }
}
