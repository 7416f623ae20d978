package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.schema.JsonSchema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    private static final String BLUEPRINT = """
            # The shop.
            services:
              - type: redis
                name: jobs
                plan: starter
                maxmemoryPolicy: noeviction
                ipAllowList: []
              # Serves everybody.
              - type: web
                name: web
                env: node
                plan: starter
                buildCommand: npm ci
                startCommand: npm start
                healthCheckPath: /healthz
                autoDeploy: false
                envVars:
                  - key: QUEUE_URL
                    fromService:
                      type: redis
                      name: jobs
                      property: connectionString
                  - key: STRIPE_KEY
                    sync: false
                  - key: PORT
                    value: 8080 # behind the proxy
            """;

    @TempDir
    private Path scratch;

    private Shell shell;

    @BeforeEach
    void aBlueprint() throws Exception {
        shell = new Shell(scratch);
        write("render.yaml", BLUEPRINT);
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(shell.work().resolve(name), text);
    }

    private String read(String name) throws Exception {
        return Files.readString(shell.work().resolve(name));
    }

    @Test
    void a_blueprint_becomes_java_that_synthesizes_to_the_same() throws Exception {
        Child.Result result = shell.run("davit import render.yaml --class Shop && davit synth Shop.java --stdout");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err())
                .contains(
                        "0 differences: the definition was compiled, synthesized and compared with 19 values of render.yaml")
                .contains("wrote Shop.java")
                .contains("next: davit check Shop.java");
        assertThat(read("Shop.java")).isEqualTo("""
                import dev.davit.*;

                // The shop.
                class Shop implements Definition {
                    @Override public void define(Infra infra) {
                        var jobs = infra.jobQueue("jobs");

                        // Serves everybody.
                        var web = infra.webService("web", NativeRuntime.node().build("npm ci").start("npm start"), w -> w
                                .health(Health.http("/healthz"))
                                .env("QUEUE_URL", jobs.url())
                                .env("STRIPE_KEY", infra.secret("stripe-key"))
                                // behind the proxy
                                .env("PORT", "8080"));

                        infra.deployTo(Render.settings()
                                .ownDefaults()
                                .autoDeploy(Render.AutoDeploy.OFF)
                                .plan(jobs, Plan.STARTER)
                                .plan(web, Plan.STARTER));
                    }
                }
                """);
        assertThat(result.out()).contains("maxmemoryPolicy: noeviction", "startCommand: npm start");
    }

    @Test
    void check_writes_nothing_and_proves_the_same() throws Exception {
        Child.Result result = shell.run("davit import render.yaml --check && ls");
        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("0 differences");
        assertThat(result.out()).isEqualTo("render.yaml\n");
    }

    @Test
    void a_project_has_a_pom_and_a_package() throws Exception {
        Child.Result result =
                shell.run("davit import render.yaml --style project --package com.acme --class Shop -o shop");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(read("shop/src/main/java/com/acme/Shop.java")).startsWith("package com.acme;\n");
        assertThat(read("shop/pom.xml")).contains("<groupId>com.acme</groupId>", "<artifactId>davit-sdk</artifactId>");
    }

    @Test
    void what_is_there_is_not_written_over() throws Exception {
        write("Shop.java", "mine");
        Child.Result result = shell.run("davit import render.yaml --class Shop");
        assertThat(result.code()).isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(result.err()).contains("the file is there already", "Shop.java", "--force");
        assertThat(read("Shop.java")).isEqualTo("mine");
        assertThat(shell.run("davit import render.yaml --class Shop --force").code())
                .isZero();
        assertThat(read("Shop.java")).contains("class Shop");
    }

    @Test
    void a_secret_in_the_file_is_in_no_output() throws Exception {
        String secret = "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc";
        write("render.yaml", BLUEPRINT.replace("sync: false", "value: " + secret) + "# " + secret + "\n");
        Child.Result result = shell.run("davit import render.yaml --class Shop");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err())
                .contains("secret     render.yaml:23:14  STRIPE_KEY holds a secret")
                .doesNotContain(secret);
        assertThat(read("Shop.java")).contains("infra.secret(\"stripe-key\")").doesNotContain(secret);
        assertThat(shell.run("davit import render.yaml --check --output json").out())
                .doesNotContain(secret);
    }

    @Test
    void the_report_for_machines_keeps_its_schema() throws Exception {
        Child.Result result = shell.run("davit import render.yaml --check --output json");
        MapNode report = (MapNode) Json.read("report", result.out().getBytes(StandardCharsets.UTF_8));
        assertThat(JsonSchema.resource(ExitCode.class, "import.schema.json").validate(report))
                .isEmpty();
        assertThat(report.getList("decisions").orElseThrow().size()).isEqualTo(4);
    }

    @Test
    void what_is_no_blueprint_is_refused_in_words() throws Exception {
        write("compose.yaml", "services:\n  web:\n    image: nginx\n");
        Child.Result result = shell.run("davit import compose.yaml");
        assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.err())
                .contains("error: services is no list", "--> compose.yaml:1", "as Docker Compose has it", "fix");
        assertThat(shell.run("davit import none.yaml").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.run("davit import render.yaml --class 1x").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_typed_call_that_refuses_a_value_gives_way_to_a_raw_edit_with_its_reason() throws Exception {
        write("render.yaml", BLUEPRINT + "      - key: my-var\n        value: x\n    healthCheck: /x\n");
        Child.Result result = shell.run("davit import render.yaml --class Shop");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(read("Shop.java"))
                .contains(".variable(web, \"my-var\", RenderVariable.text(\"x\"))")
                .contains("// Render's schema has no such field\n")
                .contains(".raw(web, Raw.set(\"/healthCheck\", \"/x\"))");
    }
}
