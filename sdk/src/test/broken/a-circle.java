var migrate = infra.job("migrate", Image.of("acme/api:1"), j -> j.env("API", PrivateService.named("api").url()));
infra.privateService("api", Image.of("acme/api:1"), s -> s
    .env("WEB", WebService.named("web").hostPort())
    .preDeploy(migrate));
infra.webService("web", Image.of("acme/web:1"), w -> w
    .env("API", PrivateService.named("api").url())
    .env("SELF", WebService.named("web").host()));
