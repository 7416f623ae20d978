infra.webService("web", Image.of("acme/web:1"), w -> w
    .port(8000)
//! cannot find symbol symbol: method ingressClass(java.lang.String) location: class dev.davit.WebServiceBuilder
    .ingressClass("nginx")
);
