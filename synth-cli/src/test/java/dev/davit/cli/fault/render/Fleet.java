package dev.davit.cli.fault.render;

import dev.davit.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Definitions of these tests. */
final class Fleet {
    private static final String MANY = """
            import dev.davit.*;

            class Many implements Definition {
              @Override public void define(Infra infra) {
                var shared = infra.envGroup("shared", g -> g.env("REGION", "%1$s").env("LOG_LEVEL", "info"));
                var db = infra.postgres("orders", 17, p -> p.storage(Size.gib(15)));
                var jobs = infra.jobQueue("jobs");
                infra.webService("web", Image.of("ghcr.io/acme/web:%1$s"), w -> w
                    .health(Health.http("/healthz"))
                    .scale(Scale.fixed(2))
                    .domain("shop.example.com")
                    .envGroup(shared)
                    .env("DATABASE_URL", db.connectionString())
                    .env("QUEUE_URL", jobs.url()));
                infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1.0.0"), Disk.at("/data", Size.gib(10)), w -> w
                    .consumes(jobs)
                    .envGroup(shared)
                    .env("QUEUE_URL", jobs.url()));
                %2$s
                infra.deployTo(Render.region(Region.OREGON));
              }
            }
            """;

    private static final String CRON = """
            infra.cronJob("%s", Image.of("ghcr.io/acme/report:%s"), Cron.of("%d 3 * * *"), c -> c.env("VERSION", "%2$s"));
            """;

    private Fleet() {}

    /** Writes what was applied before: a few jobs in an earlier version, a group and a web service. */
    static void defineBefore(Shell shell) throws IOException {
        Files.writeString(shell.work().resolve("Many.java"), """
                import dev.davit.*;

                class Many implements Definition {
                  @Override public void define(Infra infra) {
                    var shared = infra.envGroup("shared", g -> g.env("REGION", "1.0.0").env("OLD", "yes"));
                    infra.webService("web", Image.of("ghcr.io/acme/web:1.0.0"), w -> w
                        .health(Health.http("/healthz")).envGroup(shared).env("OLD_URL", "http://old"));
                    %s
                    infra.deployTo(Render.region(Region.OREGON));
                  }
                }
                """.formatted(jobs(1, 4, "1.0.0")));
    }

    /** Writes what takes about forty writes from there. */
    static void defineMany(Shell shell) throws IOException {
        Files.writeString(shell.work().resolve("Many.java"), MANY.formatted("1.1.0", jobs(1, 8, "1.1.0")));
    }

    /** Writes two services, the second of which calls the first; a version is in both. */
    static void defineShop(Shell shell, String version) throws IOException {
        defineShop(shell.work().resolve("Shop.java"), version);
    }

    /** Writes the same into a folder of its own, for who shares the shell. */
    static String defineShopOf(Shell shell, int number, String version) throws IOException {
        String folder = "shop-" + number;
        defineShop(Files.createDirectories(shell.work().resolve(folder)).resolve("Shop.java"), version);
        return folder + "/Shop.java";
    }

    private static void defineShop(Path file, String version) throws IOException {
        Files.writeString(file, """
                import dev.davit.*;

                class Shop implements Definition {
                  @Override public void define(Infra infra) {
                    var api = infra.privateService("api", Image.of("ghcr.io/acme/api:%1$s"), s -> s
                        .health(Health.tcp()).env("VERSION", "%1$s"));
                    infra.webService("web", Image.of("ghcr.io/acme/web:%1$s"), w -> w
                        .health(Health.http("/healthz"))
                        .env("API", api.hostPort()));
                    infra.deployTo(Render.region(Region.OREGON));
                  }
                }
                """.formatted(version));
    }

    /** Writes nothing but jobs, of which each takes one write. */
    static void defineJobs(Shell shell, int count) throws IOException {
        Files.writeString(shell.work().resolve("Jobs.java"), """
                import dev.davit.*;

                class Jobs implements Definition {
                  @Override public void define(Infra infra) {
                    %s
                    infra.deployTo(Render.region(Region.OREGON));
                  }
                }
                """.formatted(jobs(1, count, "1.0.0")));
    }

    private static String jobs(int from, int to, String version) {
        StringBuilder jobs = new StringBuilder();
        for (int i = from; i <= to; i++) {
            jobs.append(CRON.formatted("report-" + i, version, i));
        }
        return jobs.toString();
    }
}
