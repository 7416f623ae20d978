package dev.davit.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.Child;
import dev.davit.cli.Shell;
import dev.davit.testcluster.Call;
import dev.davit.testcluster.Fault;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outside check 12: an apply of 30 objects, killed after each of its writes in turn. */
@Tag("slow")
@OnFakeNodes
class CrashTest {
    private static final String MANY = """
            import dev.davit.*;

            class Many implements Definition {
              @Override public void define(Infra infra) {
                var web = infra.privateService("web", Image.of("ghcr.io/acme/web:1.0.0"), s -> s
                    .health(Health.http("/healthz"))
                    .scale(Scale.fixed(1)));
                for (int i = 1; i <= 8; i++) {
                  infra.cronJob("report-" + i, Image.of("ghcr.io/acme/report:1.0.0"), Cron.of("0 3 * * *"),
                      s -> s.env("WEB", web.hostPort()));
                }
                infra.deployTo(Kubernetes.context("davit-test").namespace(System.getenv("SHOP_NAMESPACE"))
                    .raw(web, "Deployment", Raw.set("/spec/minReadySeconds", 0)));
              }
            }
            """;

    @TempDir
    private Path scratch;

    @Test
    void killed_after_any_write_and_run_again_it_ends_as_if_it_had_never_been_killed(TestCluster cluster)
            throws Exception {
        Shell shell = new Shell(scratch);
        Files.writeString(shell.work().resolve("Many.java"), MANY);
        Map<String, String> clean;
        int writes;
        try (Voyage voyage = new Voyage(cluster, shell)) {
            voyage.davit(0, "apply Many.java --yes");
            writes = Math.toIntExact(voyage.proxy().count(Call::isStep));
            clean = voyage.objects();
            voyage.isAtItsGoal("many");
        }
        assertThat(clean).hasSize(30);
        List<Callable<Void>> crashes = new ArrayList<>();
        for (int i = 1; i <= writes; i++) {
            int number = i;
            crashes.add(() -> {
                crash(new Voyage(cluster, shell), number, clean);
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (Future<Void> crash : threads.invokeAll(crashes)) {
                crash.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void crash(Voyage crashing, int number, Map<String, String> clean) throws Exception {
        try (Voyage voyage = crashing.with("lease", 3)) {
            AtomicReference<Process> davit = new AtomicReference<>();
            // Half of them never hear of the write that was their last.
            Fault kill = number % 2 == 0
                    ? Fault.then(() -> Shell.kill(davit.get()))
                    : exchange -> {
                        Fault.Answer answer = exchange.forward();
                        exchange.reply(answer, answer.body().length);
                        Shell.kill(davit.get());
                    };
            voyage.proxy().fault(Call::isStep, number, number, kill);
            davit.set(voyage.start("apply Many.java --yes"));
            Child.Result killed = Voyage.finish(davit.get());
            assertThat(killed.code()).as(killed.err()).isEqualTo(137);

            voyage.davit(0, "apply Many.java --yes");
            assertThat(voyage.objects()).as("killed after write %d", number).isEqualTo(clean);
            voyage.isAtItsGoal("many");
        }
    }
}
