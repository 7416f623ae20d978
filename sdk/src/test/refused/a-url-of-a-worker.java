var ingest = infra.worker("ingest", Image.of("acme/ingest:1"), w -> {});
//! cannot find symbol symbol: method url() location: variable ingest of type dev.davit.Worker
infra.output("url", ingest.url());
