infra.webService("a", Image.of("acme/a:1"), w -> w.env("B", WebService.named("b").publicUrl()));
infra.webService("b", Image.of("acme/b:1"), w -> w.env("A", WebService.named("a").publicUrl()));
