infra.cache("store");
infra.cache("store");
infra.worker("store", Image.of("acme/worker:1"), w -> {});
infra.secret("token");
infra.secret("token");
