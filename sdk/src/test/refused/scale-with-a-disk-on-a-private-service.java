infra.privateService("api", Image.of("acme/api:1"), Disk.at("/cache", Size.gib(60)), s -> s
    .port(8000)
//! cannot find symbol symbol: method scale(dev.davit.Scale) location: class dev.davit.PrivateServiceWithDiskBuilder
    .scale(Scale.fixed(2))
);
