infra.worker("ingest", Image.of("acme/ingest:1"), w -> w
    .drain(Duration.ofMinutes(4))
//! cannot find symbol symbol: method port(int) location: class dev.davit.WorkerBuilder
    .port(8000)
);
