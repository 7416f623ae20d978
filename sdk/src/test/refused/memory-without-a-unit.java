infra.jobQueue("jobs", q -> q
    .movedFrom("queue")
//! incompatible types: int cannot be converted to dev.davit.Size
    .memory(256)
);
