infra.job("migrate", Image.of("acme/migrate:1"), j -> j
    .retries(1)
//! cannot find symbol symbol: method gpu(dev.davit.Gpu) location: class dev.davit.JobBuilder
    .gpu(Gpu.nvidia("L4"))
);
