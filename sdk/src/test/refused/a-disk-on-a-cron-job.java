var disk = Disk.at("/data", Size.gib(1));
//! incompatible types: dev.davit.Disk cannot be converted to java.util.function.Consumer<dev.davit.CronJobBuilder>
infra.cronJob("nightly", Image.of("acme/nightly:1"), Cron.daily(3, 0), disk);
