import dev.davit.*;

/** Has room beside the model. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    var model = infra.model("qwen", Model.huggingFace("Qwen/Qwen2.5-7B-Instruct")
        .revision("a09a35458c702b33eeacc393d103063234e8bc28").size(Size.gib(15)));
    infra.worker("batch", Image.of("ghcr.io/acme/batch:1.0.0"), w -> w
        .serves(model)
        .memory(Size.gib(32)));
  }
}
