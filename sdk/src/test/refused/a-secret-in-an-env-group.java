var token = infra.secret("hf-token");
infra.envGroup("shared", g -> g
    .env("LOG_LEVEL", "info")
//! incompatible types: dev.davit.Secret cannot be converted to java.lang.String
    .env("HF_TOKEN", token)
);
