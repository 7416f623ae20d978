var token = infra.secret("hf-token");
infra.staticSite("docs", StaticContent.at("dist"), s -> s
    .domain("docs.example.com")
//! incompatible types: dev.davit.Secret cannot be converted to java.lang.String
    .env("HF_TOKEN", token)
);
