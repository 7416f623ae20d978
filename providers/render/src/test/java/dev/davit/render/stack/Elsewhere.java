package dev.davit.render.stack;

import dev.davit.Definition;
import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Infra;
import dev.davit.Kubernetes;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.Value;

/** Calls services on a cluster from Render: with a host that the cluster exposes, with an address, and with neither. */
public final class Elsewhere implements Definition {
    @Override
    public void define(Infra infra) {
        var exposed = infra.privateService("big-llm", Image.of("ghcr.io/acme/llm:1"), s -> s.port(8000));
        var addressed = infra.privateService("embedder", Image.of("ghcr.io/acme/embedder:1"), s -> s.port(8000));
        var open = infra.webService(
                "admin",
                Image.of("ghcr.io/acme/admin:1"),
                w -> w.domain("admin.example.com").health(Health.http("/")));
        var unknown = infra.privateService("ranker", Image.of("ghcr.io/acme/ranker:1"), s -> s.port(8000));
        infra.webService(
                "web",
                Image.of("ghcr.io/acme/web:1"),
                w -> w.env("LLM_URL", exposed.url("/v1"))
                        .env("LLM_BY_HAND", Value.text("http://", exposed.host(), ":8000/v1"))
                        .env("LLM_BY_PARTS", Value.text("http://", exposed.host(), ":", exposed.port(), "/v1"))
                        .env("LLM", exposed.hostPort())
                        .env("LLM_HOST", exposed.host())
                        .env("LLM_PORT", exposed.port())
                        .env("EMBEDDER_URL", addressed.url("/v1"))
                        .env("ADMIN_URL", open.publicUrl())
                        .env("RANKER_URL", unknown.url()));
        infra.worker(
                "worker",
                Image.of("ghcr.io/acme/worker:1"),
                w -> w.env("BIG_LLM_TOKEN", infra.secret("llm-token")).env("LLM_URL", exposed.url()));
        infra.deployTo(Render.region(Region.OHIO).address(addressed, "https://gpu.example.com:8443/embed/"));
        infra.deployTo(
                Kubernetes.context("gpu-prod").expose(exposed, "llm.example.com"), exposed, addressed, open, unknown);
    }
}
