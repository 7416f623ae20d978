infra.webService("web", Image.of("acme/web:1"), w -> w
    .env("API", PrivateService.named("apy").url()));
infra.privateService("api", Image.of("acme/api:1"), s -> s
    .env("OTHER", WebService.named("other").publicUrl()));
infra.output("url", WebService.named("wep").publicUrl());
infra.deployTo(Render.region(Region.OHIO).plan(WebService.named("wob"), Plan.PRO), PrivateService.named("b"), PrivateService.named("a"));
