package dev.davit.k8s.manifest;

import dev.davit.Definition;
import dev.davit.Gpu;
import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Infra;
import dev.davit.Kubernetes;
import dev.davit.Model;
import dev.davit.Scale;
import dev.davit.Size;
import java.time.Duration;

/** Serves two models on GPUs, one of them to callers from outside. */
final class Lab implements Definition {
    private static final String REVISION = "a09a35458c702b33eeacc393d103063234e8bc28";
    private static final String DIGEST = "0".repeat(63) + "1";

    @Override
    public void define(Infra infra) {
        var token = infra.secret("hf-token");
        var small = infra.model(
                "small",
                Model.huggingFace("acme/small")
                        .revision(REVISION)
                        .file("model.safetensors", DIGEST, 4_000_000_000L)
                        .file("config.json", DIGEST, 700),
                m -> m.token(token));
        var large = infra.model(
                "large", Model.huggingFace("acme/large").revision(REVISION).size(Size.gib(15)));
        var chat = infra.privateService(
                "chat",
                Image.of("vllm/vllm-openai:v0.10.1"),
                s -> s.port(8000)
                        .gpu(Gpu.nvidia("L4").memory(Size.gib(24)).count(2))
                        .serves(large)
                        .command("vllm", "serve", "/models/large")
                        .health(Health.http("/health").startsWithin(Duration.ofMinutes(15)))
                        .scale(Scale.fixed(2)));
        infra.privateService(
                "embed",
                Image.of("ghcr.io/acme/embed:1"),
                s -> s.gpu(Gpu.nvidia("H100"))
                        .serves(small)
                        .health(Health.http("/ready"))
                        .scale(Scale.between(1, 4).cpu(70))
                        .env("HOME", "/home/me")
                        .env("MODEL", small.path()));
        infra.deployTo(Kubernetes.context("gpu").surgeGpus(3).expose(chat, "chat.example.com"));
    }
}
