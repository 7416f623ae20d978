var disk = Disk.at("/data", Size.gib(1));
//! method job in class dev.davit.Infra cannot be applied to given types;
infra.job("migrate", Image.of("acme/migrate:1"), disk, j -> {});
