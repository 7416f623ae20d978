import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var qwen = infra.model("qwen", Model.huggingFace("Qwen/Qwen2.5-7B-Instruct")
        .revision("a09a35458c702b33eeacc393d103063234e8bc28").size(Size.gib(15)));
    infra.webService("llm", Image.of("vllm/vllm-openai:v0.10.1"), w -> w
        .gpu(Gpu.nvidia("L4").memory(Size.gib(24)))
        .health(Health.http("/health"))
        .domain("llm.example.com")
        .scale(Scale.fixed(2))
        .serves(qwen));
    infra.deployTo(Kubernetes.context("gpu").ingressClass("nginx"));
  }
}
