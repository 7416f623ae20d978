var image = Image.of("acme/nightly:1");
//! incompatible types: java.lang.String cannot be converted to dev.davit.Cron
infra.cronJob("nightly", image, "0 3 * * *");
