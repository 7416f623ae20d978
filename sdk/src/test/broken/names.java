infra.cache("Pages Cache");
infra.cache("");
infra.webService("a-name-of-more-than-forty-letters-is-too-long", Image.of("acme/web:1"), w -> w
    .domain("https://app.example.com/")
    .domain("localhost"));
infra.postgres("db", 17, p -> p.database("My Data").user("1st"));
infra.staticSite("docs", StaticContent.at("dist"), s -> s
    .domain("Docs.example.com")
    .redirect("old", "/new")
    .rewrite("/a", "https://elsewhere.example.com")
    .header("/*", "X Frame", "DENY")
    .header("/x\n", "X-Frame", "DENY"));
