package dev.davit.render.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.importing.Imported;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Services that differ in a few values alone become a loop, which is proved like all else. */
class LoopImportTest {
    private static String worker(String name, String plan, String queue) {
        return """
                  - type: worker
                    name: %s
                    runtime: image
                    image: {url: docker.io/acme/worker:1}
                    plan: %s
                    envVars:
                      - {key: QUEUE, value: "%s"}
                      - {key: LEVEL, value: info}
                      - {key: MODE, value: fast}
                """.formatted(name, plan, queue).indent(2);
    }

    private static Imported imported(String... workers) {
        return BlueprintImporter.read(
                BlueprintFile.read("render.yaml", "services:\n" + String.join("", workers)), Optional.empty(), "Shop");
    }

    @Test
    void workers_that_differ_in_three_values() {
        Imported imported = imported(
                worker("mail", "starter", "q-mail"),
                worker("report", "standard", "q-report"),
                worker("resize", "starter", "q-resize"));

        assertThat(imported.proof().unexplained()).isEmpty();
        assertThat(imported.source().text()).isEqualTo("""
                import dev.davit.*;
                import java.util.List;

                class Shop implements Definition {
                    @Override public void define(Infra infra) {
                        var render = Render.settings().ownDefaults();

                        record Row(String name, Plan plan) {}
                        for (var each : List.of(
                                new Row("mail", Plan.STARTER),
                                new Row("report", Plan.STANDARD),
                                new Row("resize", Plan.STARTER))) {
                            var worker = infra.worker(each.name(), Image.of("docker.io/acme/worker:1"), w -> w
                                    .env("QUEUE", "q-" + each.name())
                                    .env("LEVEL", "info")
                                    .env("MODE", "fast"));
                            render.plan(worker, each.plan());
                        }

                        infra.deployTo(render);
                    }
                }
                """);
    }

    @Test
    void a_value_that_a_typed_call_refuses_leaves_the_others_in_the_loop() {
        Imported imported = imported(
                worker("mail", "starter", "a"),
                worker("report", "starter", "b"),
                worker("resize", "starter", "c"),
                worker("My Worker", "starter", "d"));

        assertThat(imported.proof().unexplained()).isEmpty();
        assertThat(imported.source().text()).contains("for (var each", ".name(myWorker, \"My Worker\")");
    }
}
