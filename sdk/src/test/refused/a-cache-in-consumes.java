var pages = infra.cache("pages");
infra.worker("ingest", Image.of("acme/ingest:1"), w -> w
    .drain(Duration.ofMinutes(4))
//! incompatible types: dev.davit.Cache cannot be converted to dev.davit.JobQueue
    .consumes(pages)
);
