import dev.davit.*;

/** Expects a model's files to be there when the program starts. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    var model = infra.model("small", Model.huggingFace("Qwen/Qwen2.5-0.5B-Instruct")
        .revision("7ae557604adf67be50417f59c2c2f167def9a775").size(Size.gib(1)));
    infra.worker("batch", Image.of("ghcr.io/acme/batch:1.0.0"), w -> w.serves(model).memory(Size.gib(4)));
  }
}
