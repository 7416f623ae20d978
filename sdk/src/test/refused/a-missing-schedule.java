infra.jobQueue("jobs");
//! no suitable method found for cronJob(java.lang.String,dev.davit.Image)
infra.cronJob("nightly", Image.of("acme/nightly:1"));
