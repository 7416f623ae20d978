infra.jobQueue("jobs", q -> q
    .memory(Size.mib(256))
//! cannot find symbol symbol: method build() location: class dev.davit.JobQueueBuilder
    .build()
);
