infra.worker("ingest", Image.of("acme/ingest:1"), w -> w
    .drain(Duration.ofMinutes(4))
//! cannot find symbol symbol: method health(dev.davit.Health) location: class dev.davit.WorkerBuilder
    .health(Health.http("/healthz"))
);
