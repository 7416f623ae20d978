infra.privateService("api", Image.of("acme/api:1"), s -> s
    .port(8000)
//! cannot find symbol symbol: method domain(java.lang.String) location: class dev.davit.PrivateServiceBuilder
    .domain("api.example.com")
);
