infra.worker("ingest", Image.of("acme/ingest:1"), w -> w
    .gpu(Gpu.nvidia("L4"))
//! incompatible types: int cannot be converted to java.time.Duration
    .drain(240)
);
