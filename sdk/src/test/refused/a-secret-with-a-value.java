infra.jobQueue("jobs");
//! incompatible types: java.lang.String cannot be converted to java.util.function.Consumer<dev.davit.SecretBuilder>
infra.secret("hf-token", "hf_123");
