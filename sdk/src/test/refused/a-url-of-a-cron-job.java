var nightly = infra.cronJob("nightly", Image.of("acme/nightly:1"), Cron.daily(3, 0));
//! cannot find symbol symbol: method url() location: variable nightly of type dev.davit.CronJob
infra.output("url", nightly.url());
