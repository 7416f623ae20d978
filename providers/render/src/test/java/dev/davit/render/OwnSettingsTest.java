package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.Cpu;
import dev.davit.Dockerfile;
import dev.davit.Image;
import dev.davit.NativeRuntime;
import dev.davit.PrivateService;
import dev.davit.Render;
import dev.davit.RenderVariable;
import dev.davit.RenderWorkflow;
import dev.davit.Secret;
import dev.davit.Size;
import dev.davit.Value;
import org.junit.jupiter.api.Test;

class OwnSettingsTest {
    private static final Image APP = Image.of("ghcr.io/acme/app:1");

    @Test
    void the_preview_of_a_variable_that_nobody_set_leaves_an_entry_that_the_schema_takes() {
        Synth synth = Synth.of(infra -> {
            var api = infra.privateService("api", NativeRuntime.node().start("npm start"));
            infra.deployTo(Render.settings().ownDefaults().previewValue(api, "PORT", "3000"));
        });
        assertThat(synth.ids()).doesNotContain("SCH001");
    }

    @Test
    void a_secret_is_made_by_the_first_reader_that_the_settings_leave_it_to() {
        Synth synth = Synth.of(infra -> {
            var session = infra.generatedSecret("session");
            var first = infra.worker("first", APP, w -> w.env("SESSION", session));
            infra.worker("second", APP, w -> w.env("SESSION", session));
            infra.deployTo(Render.settings().variable(first, "SESSION", RenderVariable.asked()));
        });
        assertThat(synth.yaml("second")).contains("generateValue: true");
        assertThat(synth.finding("RND013"))
                .contains(
                        "Render's settings block says otherwise: where SESSION comes from",
                        ".env(\"SESSION\", session)");
    }

    @Test
    void a_port_that_the_settings_overrule_is_reported() {
        Synth synth = Synth.of(infra -> {
            var api = infra.privateService("api", APP, p -> p.port(3000));
            infra.deployTo(Render.settings().variable(api, "PORT", RenderVariable.asked()));
        });
        assertThat(synth.finding("RND013")).contains(".port(3000)");
    }

    @Test
    void a_line_that_is_taken_unchanged_exports_nothing_and_says_so() {
        Synth synth = Synth.of(infra -> {
            var db = infra.postgres("db");
            var web = infra.worker(
                    "web", NativeRuntime.node().start("npm start"), w -> w.env("DB", Value.text("pg:", db.host())));
            infra.deployTo(Render.settings().command(web, "npm run live"));
        });
        assertThat(synth.ids()).contains("RND012");
    }

    @Test
    void a_program_without_a_start_exports_nothing_and_says_so() {
        Synth synth = Synth.of(infra -> {
            var db = infra.postgres("db");
            infra.worker("web", NativeRuntime.node(), w -> w.env("DB", Value.text("pg:", db.host())));
            infra.deployTo(Render.settings().ownDefaults());
        });
        assertThat(synth.ids()).contains("RND012", "RND016");
    }

    @Test
    void what_is_built_elsewhere_is_started_as_it_says_itself() {
        Synth synth = Synth.of(infra -> {
            var app = infra.worker("app", NativeRuntime.node().start("npm start"), w -> w.command("sh", "-c", "run"));
            infra.deployTo(Render.settings().builtFrom(app, "images"));
        });
        assertThat(synth.yaml("app")).contains("buildSource: images", "startCommand: sh -c run");
    }

    @Test
    void a_secret_has_no_property() {
        assertThatThrownBy(() -> Synth.of(infra -> {
                    Secret token = infra.secret("token");
                    infra.deployTo(
                            Render.settings().variable(infra.worker("a", APP), "T", RenderVariable.of(token, "value")));
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "RenderVariable takes nothing from secret \"token\": it is no service and no database on Render;"
                                + " name one of these");
    }

    @Test
    void a_name_is_the_name_of_one_service() {
        Synth synth = Synth.of(infra -> {
            var one = infra.worker("one", APP);
            infra.worker("two", APP);
            infra.deployTo(Render.settings().name(one, "two"));
        });
        assertThat(synth.finding("RND017")).contains("worker \"two\" has the name of worker \"one\" on Render");
    }

    @Test
    void processor_time_alone_is_a_plan_that_was_asked_for() {
        Synth synth = Synth.of(infra -> {
            infra.postgres("db", p -> p.cpu(Cpu.millis(100)).storage(Size.gib(20)));
            infra.deployTo(Render.settings().ownDefaults());
        });
        assertThat(synth.yaml("db")).contains("plan: ", "diskSizeGB: 20").doesNotContain("storageAutoscalingEnabled");
    }

    @Test
    void a_workflow_refers_to_what_is_there() {
        Synth synth = Synth.of(infra -> infra.deployTo(Render.settings()
                .workflow(RenderWorkflow.of("tasks", NativeRuntime.node().start("node tasks.js"))
                        .variable("API", RenderVariable.of(PrivateService.named("gone"), "host")))));
        assertThat(synth.finding("DEF006")).contains("there is no private service \"gone\"");
    }

    @Test
    void a_service_that_is_built_elsewhere_says_nothing_of_its_build() {
        Synth synth = Synth.of(infra -> {
            var app = infra.worker("app", Dockerfile.at("Dockerfile"));
            infra.deployTo(Render.settings()
                    .builtFrom(app, "images")
                    .previews(app, Render.Previews.MANUAL)
                    .baseImageCredential(app, "ghcr"));
        });
        assertThat(synth.ids()).doesNotContain("SCH001");
        assertThat(synth.findings("RND013")).hasSize(2);
    }
}
