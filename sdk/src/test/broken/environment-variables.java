infra.webService("web", Image.of("acme/web:1"), w -> w
    .env("1ST", "x")
    .env("WITH SPACE", "x")
    .env("HOME_OF", (String) null)
    .env("REFERENCE", (Value<?>) null)
    .env("BINARY", "a\udc00b")
    .env("HALF", "\ud83d")
    .env("JOINED", Value.text("a\ud800", infra.secret("s"))));
infra.envGroup("shared", g -> g.env("a-b", "x").env("EMPTY", null));
infra.staticSite("docs", StaticContent.at("dist"), s -> s.env("é", "x").env("TAB", "\ud800"));
