infra.jobQueue("jobs", q -> q
    .memory(Size.mib(256))
//! cannot find symbol symbol: method eviction(dev.davit.Eviction) location: class dev.davit.JobQueueBuilder
    .eviction(Eviction.ALLKEYS_LRU)
);
