infra.cronJob("nightly", Image.of("acme/nightly:1"), Cron.daily(3, 0), c -> c
    .retries(1)
//! cannot find symbol symbol: method scale(dev.davit.Scale) location: class dev.davit.CronJobBuilder
    .scale(Scale.fixed(2))
);
