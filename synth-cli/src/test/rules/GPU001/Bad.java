import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var llm = infra.privateService("llm", Image.of("vllm/vllm-openai:v0.10.1"), s -> s
        .gpu(Gpu.nvidia("L4").memory(Size.gib(24)))
        .scale(Scale.fixed(2))
        .health(Health.http("/health")));
    infra.deployTo(Kubernetes.context("gpu").raw(llm, "Deployment",
        Raw.set("/spec/template/spec/containers/name=llm/resources/limits/nvidia.com~1gpu", "500m")));
  }
}
