import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var qwen = infra.model("qwen", Model.huggingFace("Qwen/Qwen2.5-7B-Instruct")
        .revision("a09a35458c702b33eeacc393d103063234e8bc28"));
    infra.worker("embed", Image.of("ghcr.io/acme/embed:1.0.0"), w -> w.memory(Size.gib(24)).serves(qwen));
  }
}
