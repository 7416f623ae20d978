infra.jobQueue("jobs");
//! local classes must not extend sealed classes
abstract class Mine implements Value<String> {}
