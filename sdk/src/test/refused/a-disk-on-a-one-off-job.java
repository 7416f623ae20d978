var disk = Disk.at("/data", Size.gib(1));
//! no suitable method found for job(java.lang.String,dev.davit.Image,dev.davit.Disk,(j)->{ })
infra.job("migrate", Image.of("acme/migrate:1"), disk, j -> {});
