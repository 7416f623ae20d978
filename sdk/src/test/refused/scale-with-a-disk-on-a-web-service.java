infra.webService("web", Image.of("acme/web:1"), Disk.at("/cache", Size.gib(60)), w -> w
    .domain("app.example.com")
//! cannot find symbol symbol: method scale(dev.davit.Scale) location: class dev.davit.WebServiceWithDiskBuilder
    .scale(Scale.fixed(2))
);
