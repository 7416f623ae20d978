infra.jobQueue("jobs");
//! Secret(java.lang.String) is not public in dev.davit.Secret; cannot be accessed from outside package
var token = new Secret("hf-token");
