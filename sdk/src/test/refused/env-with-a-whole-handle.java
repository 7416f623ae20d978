var jobs = infra.jobQueue("jobs");
infra.webService("web", Image.of("acme/web:1"), w -> w
    .port(8000)
//! no suitable method found for env(java.lang.String,dev.davit.JobQueue)
    .env("QUEUE", jobs)
);
