package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.schema.Violation;
import dev.davit.target.Artifact;
import dev.davit.target.Validation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Render is asked whether it would take a Blueprint. */
class BlueprintCheckTest {
    @TempDir
    private Path folder;

    private Whole whole;

    @BeforeEach
    void aWorkspace() {
        whole = new Whole(folder);
    }

    @AfterEach
    void close() {
        whole.close();
    }

    private Validation ask(String text) {
        return whole.connection().validate(Artifact.of("render.yaml", text)).orElseThrow();
    }

    @Test
    void what_it_would_take_it_says_what_it_would_make_of() throws Exception {
        Path file = Path.of("..", "..", "examples", "rag-on-render", "expected", "render", "render.yaml");
        int before = whole.requests();
        assertThat(ask(Files.readString(file)))
                .isEqualTo(new Validation(
                        java.util.List.of(), "4 services, 1 database, 1 Key Value, 1 group of variables"));
        assertThat(whole.writesSince(before)).containsExactly("POST /blueprints/validate");
    }

    @Test
    void what_it_refuses_has_a_pointer_and_a_line() {
        Validation said = ask("""
                # Grüße, 日本
                services:
                  - type: web
                    name: web
                    runtime: node
                    numInstances: none
                """);
        assertThat(said.outlook()).isEmpty();
        assertThat(said.violations()).hasSize(1);
        Violation violation = said.violations().get(0);
        assertThat(violation.pointer()).isEqualTo("/services/0/numInstances");
        assertThat(violation.message()).contains("integer");
        assertThat(violation.origin().orElseThrow().location().orElseThrow().toString())
                .isEqualTo("render.yaml:6");
    }

    @Test
    void what_is_no_blueprint_is_refused_without_a_line() {
        assertThat(ask("- one\n").violations())
                .containsExactly(new Violation(
                        "", "a Blueprint is one YAML document that is a map", java.util.Optional.empty()));
    }
}
