var qwen = Model.huggingFace("Qwen/Qwen2.5-7B-Instruct").revision("a09a35458c702b33eeacc393d103063234e8bc28");
infra.privateService("llm", Image.of("acme/llm:1"), s -> s
    .port(8000)
//! incompatible types: dev.davit.Model cannot be converted to dev.davit.ModelArtifact
    .serves(qwen)
);
