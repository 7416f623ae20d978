import dev.davit.*;

class Good implements Definition {
  @Override public void define(Infra infra) {
    var llm = infra.privateService("llm", Image.of("vllm/vllm-openai:v0.10.1"), s -> s
        .gpu(Gpu.nvidia("L4").memory(Size.gib(24)).count(2))
        .scale(Scale.fixed(2))
        .health(Health.http("/health")));
    infra.deployTo(Kubernetes.context("gpu"), llm);
  }
}
