infra.jobQueue("jobs");
//! no suitable method found for webService(java.lang.String,(w)->w.port(8000))
infra.webService("web", w -> w.port(8000));
