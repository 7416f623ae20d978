infra.postgres("old", 12);
infra.postgres("new", 19);
infra.webService("web", Image.of("acme/web:1"), w -> w
    .port(80)
    .drain(Duration.ZERO)
    .requestTimeout(Duration.ofHours(2)));
infra.worker("worker", Image.of("acme/worker:1"), w -> w.drain(Duration.ofMillis(1500)));
infra.cronJob("nightly", Image.of("acme/nightly:1"), Cron.daily(3, 0), c -> c
    .retries(11)
    .timeLimit(Duration.ofDays(2)));
