var jobs = infra.jobQueue("jobs");
infra.webService("web", Image.of("acme/web:1"), w -> w
    .port(8000)
//! cannot find symbol symbol: method consumes(dev.davit.JobQueue) location: class dev.davit.WebServiceBuilder
    .consumes(jobs)
);
