infra.webService("web", Image.of("acme/web:1"), w -> w
    .port(8000)
//! cannot find symbol symbol: method plan(dev.davit.Plan) location: class dev.davit.WebServiceBuilder
    .plan(Plan.STANDARD)
);
