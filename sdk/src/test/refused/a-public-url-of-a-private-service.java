var api = infra.privateService("api", Image.of("acme/api:1"), s -> {});
//! cannot find symbol symbol: method publicUrl() location: variable api of type dev.davit.PrivateService
infra.output("url", api.publicUrl());
