import dev.davit.*;
import java.time.Duration;

class DocAi implements Definition {
  @Override public void define(Infra infra) {
    var hfToken = infra.secret("hf-token");                              // a name; its value is never seen by synth
    var jobs    = infra.jobQueue("jobs", q -> q.memory(Size.mib(256)));  // noeviction + persistence by type
    var qwen    = infra.model("qwen", Model.huggingFace("Qwen/Qwen2.5-7B-Instruct")
                                           .revision("a09a35458c702b33eeacc393d103063234e8bc28"));

    var inference = infra.privateService("inference", Image.of("ghcr.io/acme/inference:1.4.2"), s -> s
        .port(8000)
        .gpu(Gpu.nvidia("L4").memory(Size.gib(24)))
        .serves(qwen)
        .health(Health.http("/healthz").startsWithin(Duration.ofMinutes(10)))
        .scale(Scale.between(2, 6).cpu(70))
        .env("HF_TOKEN", hfToken));

    var ingest = infra.worker("ingest", Dockerfile.at("worker/Dockerfile"), Disk.at("/cache", Size.gib(60)), w -> w
        .consumes(jobs)                                                  // a cache here does not compile
        .drain(Duration.ofMinutes(4))                                    // .scale(...) does not compile: a disk has one owner
        .env("INFERENCE_URL", inference.url()));

    var web = infra.webService("web", NativeRuntime.node("22").build("npm ci && npm run build").start("npm start"), w -> w
        .health(Health.http("/healthz"))
        .domain("app.example.com")
        .scale(Scale.between(2, 8).cpu(60))
        .env("QUEUE_URL", jobs.url())
        .env("INFERENCE_URL", inference.url("/v1")));

    infra.output("url", web.publicUrl());

    infra.deployTo(Render.region(Region.OREGON));
    infra.deployTo(Kubernetes.context("gpu-prod").namespace("doc-ai").expose(inference, "inference.example.com"), inference);
  }
}
