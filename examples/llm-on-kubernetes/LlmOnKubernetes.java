import dev.davit.*;
import java.time.Duration;

/** An 8B model behind an authenticated gateway on a GPU cluster, scaled by the jobs that wait. */
class LlmOnKubernetes implements Definition {
  @Override public void define(Infra infra) {
    var hub = infra.secret("hf-token");
    var apiKeys = infra.secret("api-keys");
    var jobs = infra.jobQueue("jobs", q -> q.memory(Size.gib(1)));
    var weights = infra.model("qwen", Model.huggingFace("Qwen/Qwen2.5-7B-Instruct")
        .revision("a09a35458c702b33eeacc393d103063234e8bc28").size(Size.gib(15)), m -> m.token(hub));

    var llm = infra.privateService("llm", Image.of("vllm/vllm-openai:v0.10.1"), s -> s
        .port(8000)
        .gpu(Gpu.nvidia("L4").memory(Size.gib(24)))
        .serves(weights)
        .command("vllm", "serve", "/models/qwen", "--port", "8000")
        .health(Health.http("/health").startsWithin(Duration.ofMinutes(15)))
        .scale(Scale.fixed(2)));

    infra.webService("gateway", Image.of("ghcr.io/acme/gateway:2.3.0"), w -> w
        .health(Health.http("/healthz"))
        .domain("llm.example.com")
        .requestTimeout(Duration.ofMinutes(10))
        .scale(Scale.between(2, 6).cpu(60))
        .env("UPSTREAM", llm.url("/v1"))
        .env("API_KEYS", apiKeys)
        .env("QUEUE_URL", jobs.url()));

    infra.worker("batch", Image.of("ghcr.io/acme/batch:2.3.0"), w -> w
        .consumes(jobs)
        .drain(Duration.ofMinutes(5))
        .scale(Scale.between(1, 10).queueDepth(jobs, "rq:queue:default", 5))
        .env("UPSTREAM", llm.url("/v1"))
        .env("QUEUE_URL", jobs.url()));

    infra.deployTo(Kubernetes.context("gpu-prod").namespace("llm")
        .ingressClass("nginx")
        .certificateIssuer("letsencrypt")
        .gpuLabels(Kubernetes.GpuLabels.GKE));
  }
}
