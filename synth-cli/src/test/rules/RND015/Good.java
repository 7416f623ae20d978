import dev.davit.*;

/** Fetches the model at the program's start, by what its variables say. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("batch", Image.of("ghcr.io/acme/batch:1.0.0"), w -> w
        .memory(Size.gib(4))
        .env("SMALL_REPO", "Qwen/Qwen2.5-0.5B-Instruct")
        .env("SMALL_REVISION", "7ae557604adf67be50417f59c2c2f167def9a775"));
  }
}
