infra.worker("ingest", Image.of("acme/ingest:1"), Disk.at("/cache", Size.gib(60)), w -> w
    .drain(Duration.ofMinutes(4))
//! cannot find symbol symbol: method scale(dev.davit.Scale) location: class dev.davit.WorkerWithDiskBuilder
    .scale(Scale.between(2, 6).cpu(70))
);
