package dev.davit.plan;

import static dev.davit.plan.Plans.everything;
import static dev.davit.plan.Plans.key;
import static dev.davit.plan.Plans.needs;
import static dev.davit.plan.Plans.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.davit.document.MapNode;
import dev.davit.model.DesiredObject;
import dev.davit.source.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanJsonTest {
    private static final Plan SECRETIVE = Planner.plan(
            Plans.wanted(
                    needs(),
                    new DesiredObject(
                            "Secret",
                            "db",
                            Optional.empty(),
                            tree("kind", "Secret", "stringData", new MapNode(null).put("password", "canary-7")))),
            Plans.comparison(List.of()),
            Plans.READ,
            Plans.EXPIRES);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> violations(String json) throws IOException {
        try (InputStream in = Plan.class.getResourceAsStream("plan.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
            return schema
                    .validate(
                            json,
                            InputFormat.JSON,
                            run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    @Test
    void one_of_everything_is_written_as_agreed_and_keeps_the_schema() throws IOException {
        String json = PlanJson.write(everything());
        assertThat(violations(json)).isEmpty();
        Golden.assertSame("plan.json", json);
    }

    @Test
    void the_schema_can_say_no() throws IOException {
        String json = PlanJson.write(everything());
        for (String wrong : List.of(
                json.replaceFirst("\"restart\"", "\"reboot\""),
                json.replaceFirst("\"expiresAt\": \"2027", "\"expiresAt\": \"soon 2027"),
                json.replaceFirst("\"steps\": \\[", "\"stepz\": ["),
                json.replaceFirst("\"uid\"", "\"id\""),
                json.replaceFirst("\"number\": 1", "\"number\": 0"))) {
            assertThat(wrong).isNotEqualTo(json);
            assertThat(violations(wrong)).isNotEmpty();
        }
    }

    @Test
    void what_is_read_is_what_was_written() {
        Plan plan = everything();
        Plan read = PlanJson.read("p", bytes(PlanJson.write(plan)));
        assertThat(read).isEqualTo(plan);
        assertThat(read.digest()).isEqualTo(plan.digest());
    }

    @Test
    void how_it_was_made_sure_that_objects_stay_is_kept_with_a_plan() throws IOException {
        Plan plan = asked(everything());
        String json = PlanJson.write(plan);
        assertThat(violations(json)).isEmpty();
        assertThat(json)
                .contains("\"verification\": \"full\"", "\"recorded\": 0")
                .doesNotContain("\"recorded\": true");
        assertThat(PlanJson.read("p", bytes(json))).isEqualTo(plan);
    }

    /** The same plan of somebody who had the platform asked about each object. */
    private static Plan asked(Plan plan) {
        return new Plan.Builder()
                .from(plan)
                .verification(Verification.FULL)
                .recorded(List.of())
                .build();
    }

    @Test
    void a_file_is_for_its_owner_alone_and_replaces_what_was_there(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("plan.davit");
        Files.writeString(file, "old");
        PlanFile.save(everything(), file);
        assertThat(PlanFile.read(file)).isEqualTo(everything());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void every_flipped_byte_is_noticed() {
        byte[] text = bytes(PlanJson.write(everything()));
        for (int i = 0; i < text.length; i++) {
            byte[] flipped = text.clone();
            flipped[i] ^= (byte) (1 << i % 8);
            assertThatThrownBy(() -> PlanJson.read("p", flipped))
                    .as("byte " + i)
                    .isInstanceOf(PlanException.class);
        }
    }

    @Test
    void a_plan_that_was_cut_off_or_laid_out_anew_is_refused() {
        String text = PlanJson.write(everything());
        assertThatThrownBy(() -> PlanJson.read("p", bytes(text.substring(0, text.length() / 2))))
                .isInstanceOf(PlanException.class)
                .hasMessageStartingWith("not a plan that can be read: p: p:");
        assertThatThrownBy(() -> PlanJson.read("p", bytes(text.replace("\n", "\r\n"))))
                .hasMessage(
                        "the plan was changed after it was written: p: it does not begin as Davit writes it; keep the"
                                + " file as it is, or make the plan again");
        assertThatThrownBy(() -> PlanJson.read("p", bytes(text + " ")))
                .hasMessage("the plan was changed after it was written: p: its content does not have the digest that it"
                        + " names; keep the file as it is, or make the plan again");
    }

    @Test
    void a_plan_of_a_newer_davit_is_refused_in_words() {
        String newer = PlanJson.write(everything()).replace("\"schemaVersion\": 1", "\"schemaVersion\": 2");
        assertThatThrownBy(() -> PlanJson.read("p", bytes(newer)))
                .hasMessage(
                        "a plan of a newer Davit: p: it has version 2 of the format, and this Davit reads version 1;"
                                + " apply it with the Davit that made it, or make it again");
    }

    @Test
    void hostile_text_is_refused() {
        String deep = "[".repeat(100_000);
        String twice = "{\"schema\": \"davit/plan\", \"schema\": \"davit/plan\"}";
        for (String text :
                List.of("", "null", "[]", "{}", deep, twice, "{\"schema\": \"\\ud800\"}", "\u0000", "1e999999999")) {
            assertThatThrownBy(() -> PlanJson.read("p", bytes(text))).isInstanceOf(PlanException.class);
        }
    }

    @Test
    void a_plan_whose_waves_are_not_those_of_its_steps_is_refused() {
        Plan plan = everything();
        Plan without =
                new Plan.Builder().from(plan).waves(plan.waves().subList(0, 2)).build();
        assertThatThrownBy(() -> PlanJson.read("p", bytes(PlanJson.write(without))))
                .hasMessage(
                        "not a plan as Davit wrote it: p: p at /waves: not as it was written: here belongs every step,"
                                + " those of one change in their order; have it written again; make the plan again");
    }

    @Test
    void a_plan_with_the_value_of_a_secret_is_shown_without_it_and_neither_saved_nor_read(@TempDir Path folder) {
        String text = PlanJson.write(SECRETIVE);
        assertThat(text).doesNotContain("canary-7").contains("\"password\": \"(secret)\"");
        assertThatThrownBy(() -> PlanFile.save(SECRETIVE, folder.resolve("p")))
                .hasMessage(
                        "the plan is not saved: " + folder.resolve("p") + ": Secret/db holds secret values, and a saved"
                                + " plan may be kept and shown; remove the raw edit that wrote them and have the secret made"
                                + " outside of the definition, or apply without saving");
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> PlanJson.read("p", bytes(text)))
                .hasMessage(
                        "a plan to look at, not to apply: p: Secret/db holds secret values, which no plan keeps; run"
                                + " davit apply without a saved plan, or have the secret made outside of the definition");
    }

    @Test
    void the_digest_leaves_out_who_planned_when_and_from_where_and_nothing_else() {
        Plan plan = everything();
        Plan later = new Plan.Builder()
                .from(plan)
                .readAt(Plans.EXPIRES)
                .expiresAt(Plans.EXPIRES)
                .place(new Place("kubernetes", "another name", "6f2c"))
                .build();
        Plan elsewhere = new Plan.Builder()
                .from(plan)
                .place(new Place("kubernetes", "context prod", "another"))
                .build();
        Plan moved = change(plan, it -> it.basis(new Fingerprint("uid-1", "99", "c4a9")));
        Plan remade = change(plan, it -> it.basis(new Fingerprint("uid-9", "17", "c4a9")));
        assertThat(List.of(later.digest(), moved.digest(), asked(plan).digest()))
                .containsOnly(plan.digest());
        assertThat(List.of(elsewhere.digest(), remade.digest())).doesNotContain(plan.digest());
    }

    private static Plan change(Plan plan, UnaryOperator<Change.Builder> edit) {
        return new Plan.Builder()
                .from(plan)
                .changes(plan.changes().stream()
                        .map(it -> it.key().equals(key("Deployment.apps", "web"))
                                ? edit.apply(new Change.Builder().from(it)).build()
                                : it)
                        .toList())
                .build();
    }

    @Test
    void a_file_that_is_not_there_is_told_of() {
        assertThatThrownBy(() -> PlanFile.read(Path.of("no/such")))
                .hasMessage("the plan cannot be read: no/such: there is no such file or folder; check the path and your"
                        + " rights to it");
    }
}
