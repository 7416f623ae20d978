package dev.davit.render.stack;

import dev.davit.Definition;
import dev.davit.Image;
import dev.davit.Infra;
import dev.davit.NativeRuntime;
import dev.davit.Value;
import dev.davit.WebService;

/** Puts text around references, which Render cannot: a shell does where one is known, a person does where none is. */
public final class PartsInText implements Definition {
    @Override
    public void define(Infra infra) {
        var password = infra.secret("password");
        var seed = infra.generatedSecret("seed");
        var api = infra.privateService("api", Image.of("ghcr.io/acme/api:1"), s -> s.port(8000));
        infra.webService(
                "by-runtime",
                NativeRuntime.go("1.24").build("go build").start("./server"),
                w -> w.preDeploy("./server", "migrate")
                        .env("API_URL", api.url("/v1"))
                        .env("API_ADMIN", Value.text("http://admin:", password, "@", api.hostPort()))
                        .env("API_URL_HOST_PORT", "taken")
                        .env("SEED", seed)
                        .env("SEED_AGAIN", seed)
                        .env("SELF", Value.text(WebService.named("by-runtime").publicUrl(), "/back$1\"\\`"))
                        .env("PLAIN", Value.text("a", "b")));
        infra.worker(
                "by-script",
                Image.of("ghcr.io/acme/worker:1"),
                w -> w.command("sh", "-c", "exec worker --fast").env("API_URL", api.url()));
        infra.worker(
                "by-hand",
                Image.of("ghcr.io/acme/worker:1"),
                w -> w.command("worker").env("API_URL", api.url()));
    }
}
