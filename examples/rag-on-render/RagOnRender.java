import dev.davit.*;
import java.time.Duration;

/** Retrieval-augmented generation without a GPU: everything runs on Render. */
class RagOnRender implements Definition {
  private static final String REPO = "https://github.com/acme/rag";

  @Override public void define(Infra infra) {
    var openAi = infra.secret("openai-api-key");
    var session = infra.generatedSecret("session-key");
    var jobs = infra.jobQueue("jobs");
    var db = infra.postgres("documents", 17, p -> p
        .storage(Size.gib(25))
        .memory(Size.gib(4))
        .cpu(Cpu.cores(1)));
    var shared = infra.envGroup("shared", g -> g
        .env("LOG_LEVEL", infra.is("prod") ? "info" : "debug")
        .env("EMBEDDING_DIMENSIONS", "384"));

    // An int8 model on the CPU. Render asks a private service nothing but an open port: see docs/rules.md, HLT003.
    var embedder = infra.privateService("embedder", Dockerfile.at("embedder/Dockerfile").repo(REPO), s -> s
        .cpu(Cpu.cores(4))
        .memory(Size.gib(16))
        .health(Health.http("/ready").startsWithin(Duration.ofMinutes(5)))
        .opensPortWhenReady()
        .envGroup(shared));

    infra.worker("indexer", Dockerfile.at("indexer/Dockerfile").repo(REPO), Disk.at("/cache", Size.gib(50)), w -> w
        .consumes(jobs)
        .cpu(Cpu.cores(4))
        .memory(Size.gib(16))
        .drain(Duration.ofMinutes(4))
        .envGroup(shared)
        .env("QUEUE_URL", jobs.url())
        .env("DATABASE_URL", db.connectionString())
        .env("EMBEDDER_ADDRESS", embedder.hostPort()));

    var web = infra.webService("web", NativeRuntime.node("22").repo(REPO).rootDir("web")
        .build("npm ci && npm run build").start("npm start"), w -> w
        .health(Health.http("/healthz"))
        .domain("rag.example.com")
        .preDeploy("npm", "run", "migrate")
        .envGroup(shared)
        .env("OPENAI_API_KEY", openAi)
        .env("SESSION_KEY", session)
        .env("QUEUE_URL", jobs.url())
        .env("DATABASE_URL", db.connectionString())
        .env("EMBEDDER_ADDRESS", embedder.hostPort()));

    infra.cronJob("reindex", Dockerfile.at("indexer/Dockerfile").repo(REPO), Cron.daily(3, 0), c -> c
        .command("python", "-m", "indexer.reindex")
        .envGroup(shared)
        .env("QUEUE_URL", jobs.url())
        .env("DATABASE_URL", db.connectionString()));

    infra.output("url", web.publicUrl());
    infra.deployTo(Render.region(Region.FRANKFURT));
  }
}
