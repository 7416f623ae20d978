package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.davit.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON on standard output is what the published schemas say. */
class ReportTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String REPORT = "/dev/davit/cli/report.schema.json";

    @TempDir
    private Path scratch;

    private Shell shell;

    @BeforeEach
    void aDefinition() throws IOException {
        shell = new Shell(scratch);
        write("sessions", "");
    }

    @Test
    void a_synth_reports_its_files() throws Exception {
        JsonNode report = valid(REPORT, shell.run("davit synth Shop.java -o out --output json -q"));

        assertThat(report.get("ok").asBoolean()).isTrue();
        assertThat(report.get("directory").asString()).isEqualTo("out");
        for (JsonNode file : report.get("files")) {
            assertThat(Files.size(
                            shell.work().resolve("out").resolve(file.get("path").asString())))
                    .isEqualTo(file.get("bytes").asLong());
        }
        assertThat(report.get("files")).isNotEmpty();
    }

    @Test
    void a_synth_that_is_stopped_reports_why_and_no_files() throws Exception {
        write("My Sessions", "");
        Child.Result result = shell.run("davit synth Shop.java -o out --output json -q");
        JsonNode report = valid(REPORT, result);

        assertThat(result.code()).isEqualTo(3);
        assertThat(report.get("ok").asBoolean()).isFalse();
        assertThat(report.get("findings").get(0).get("id").asString()).isEqualTo("DEF002");
        assertThat(report.has("directory")).isFalse();
        assertThat(report.get("files")).isEmpty();
    }

    @Test
    void a_comparison_reports_whether_the_folder_is_up_to_date() throws Exception {
        shell.run("davit synth Shop.java -o out");
        assertThat(valid(REPORT, shell.run("davit synth Shop.java -o out --check --output json"))
                        .get("ok")
                        .asBoolean())
                .isTrue();

        write("carts", "");
        Child.Result stale = shell.run("davit synth Shop.java -o out --check --output json");
        assertThat(stale.code()).isEqualTo(1);
        assertThat(valid(REPORT, stale).get("ok").asBoolean()).isFalse();
    }

    @Test
    void a_check_reports_findings_with_lines_and_acknowledgements() throws Exception {
        write(
                "sessions",
                "infra.acknowledge(\"XXX999\", \"an id that no rule has\", java.time.LocalDate.of(2099, 1, 1));");
        JsonNode report = valid(REPORT, shell.run("davit check Shop.java --output json"));

        JsonNode finding = report.get("findings")
                .valueStream()
                .filter(it -> it.get("id").asString().equals("ACK002"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.get("origins").get(0).get("at").get("line").asInt()).isEqualTo(6);
    }

    @Test
    void a_doctor_reports_its_checks() throws Exception {
        JsonNode report = valid("/dev/davit/cli/doctor.schema.json", shell.run("davit doctor --output json"));

        assertThat(report.get("checks").valueStream().map(it -> it.get("name").asString()))
                .containsExactly("java", "compiler", "targets", "cache", "mvn", "kubectl", "cluster", "render");
    }

    @Test
    void a_document_that_the_schema_does_not_describe_is_refused() throws Exception {
        String report = shell.run("davit check Shop.java --output json").out();
        assertThat(violations(REPORT, report.replace("\"ok\": true", "\"ok\": \"yes\"")))
                .isNotEmpty();
        assertThat(violations(REPORT, report.replace("\"stack\"", "\"stak\""))).isNotEmpty();
    }

    @Test
    void a_finding_looks_the_same_in_a_report_and_in_an_assembly() throws IOException {
        JsonNode report = JSON.readTree(schema(ReportTest.class, REPORT)).get("$defs");
        JsonNode assembly = JSON.readTree(schema(Target.class, "/dev/davit/target/assembly.schema.json"))
                .get("$defs");
        for (String shared : List.of("address", "origin", "location", "acknowledgement", "finding")) {
            assertThat(report.get(shared)).as(shared).isEqualTo(assembly.get(shared));
        }
    }

    private void write(String id, String line) throws IOException {
        Files.writeString(shell.work().resolve("Shop.java"), """
                import dev.davit.*;

                class Shop implements Definition {
                  @Override public void define(Infra infra) {
                    infra.cache("%s");
                    %s
                  }
                }
                """.formatted(id, line));
    }

    static JsonNode valid(String schema, Child.Result result) throws IOException {
        assertThat(violations(schema, result.out()))
                .as(result.out() + result.err())
                .isEmpty();
        return JSON.readTree(result.out());
    }

    private static List<String> violations(String schema, String document) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema(ReportTest.class, schema))
                .validate(document, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String schema(Class<?> from, String name) throws IOException {
        try (InputStream file = from.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
