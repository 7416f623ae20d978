var web = infra.webService("web", Image.of("acme/web:1"), w -> {});
infra.deployTo(Render.region(Region.OHIO), web);
infra.deployTo(Render.region(Region.OREGON));
infra.deployTo(Kubernetes.context("prod"), web);
