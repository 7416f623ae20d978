var qwen = Model.huggingFace("Qwen/Qwen2.5-7B-Instruct");
//! incompatible types: dev.davit.Model.Unpinned cannot be converted to dev.davit.Model
infra.model("qwen", qwen);
