var web = infra.webService("web", Image.of("acme/web:1"), w -> {});
infra.deployTo(Kubernetes.context("prod")
//! cannot find symbol symbol: method plan(dev.davit.WebService,dev.davit.Plan) location: class dev.davit.Kubernetes
    .plan(web, Plan.STANDARD)
);
