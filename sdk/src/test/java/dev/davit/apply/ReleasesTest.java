package dev.davit.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.davit.document.MapNode;
import dev.davit.model.DesiredObject;
import dev.davit.plan.PlanException;
import dev.davit.plan.Wanted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReleasesTest {
    private static final Instant AT = Instant.parse("2027-01-31T12:00:00Z");
    private static final Wanted WANTED =
            World.of(Map.of("web", 2), Map.of("web", Set.of("db"))).plan().wanted();

    private static Release release(int number, Release.State state, Wanted wanted) {
        return new Release(
                number,
                state,
                "d" + number,
                "ann@host",
                AT,
                Optional.of(AT.plusSeconds(5)).filter(it -> state != Release.State.RUNNING),
                7,
                "1 create",
                Optional.of("it ended without a word").filter(it -> state == Release.State.FAILED),
                number != 2,
                wanted);
    }

    private static Release release(int number, Release.State state) {
        return release(number, state, WANTED);
    }

    private static final List<Release> KNOWN = List.of(
            release(5, Release.State.FAILED),
            release(4, Release.State.DONE),
            release(3, Release.State.STOPPED),
            release(2, Release.State.DONE));

    @Test
    void a_record_is_read_as_it_was_written() {
        for (Release release : KNOWN) {
            assertThat(ReleaseJson.read("r", ReleaseJson.write(release))).isEqualTo(release);
        }
    }

    @Test
    void a_record_has_the_agreed_form() {
        assertThat(new String(ReleaseJson.write(release(5, Release.State.FAILED)), StandardCharsets.UTF_8))
                .isEqualTo("{\"schema\":\"davit/release\",\"schemaVersion\":1,\"number\":5,\"state\":\"failed\","
                        + "\"plan\":\"d5\",\"by\":\"ann@host\",\"startedAt\":\"2027-01-31T12:00:00Z\","
                        + "\"endedAt\":\"2027-01-31T12:00:05Z\",\"token\":7,\"summary\":\"1 create\","
                        + "\"failure\":\"it ended without a word\",\"awaited\":true,\"wanted\":{\"stack\":\"shop\",\"stage\":\"prod\","
                        + "\"target\":\"memory\",\"objects\":[{\"kind\":\"Thing\",\"name\":\"web\","
                        + "\"resource\":\"worker/web\",\"tree\":{\"value\":2}}],"
                        + "\"needs\":[{\"resource\":\"worker/web\",\"needs\":[\"worker/db\"]}]}}");
    }

    @Test
    void hostile_records_are_refused_in_words() {
        String good = new String(ReleaseJson.write(release(4, Release.State.DONE)), StandardCharsets.UTF_8);
        for (String bad : List.of(
                "",
                "[]",
                good.replace("\"done\"", "\"dome\""),
                good.replace("\"number\":4", "\"number\":9999999999"),
                good.replace("worker/web", "wörker/web"),
                good.replace("2027-01", "soon"),
                good.replace("[\"worker/db\"]", "[\"worker/web\"]"))) {
            assertThat(bad).isNotEqualTo(good);
            assertThatThrownBy(() -> ReleaseJson.read("r", bad.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(PlanException.class);
        }
        assertThatThrownBy(() -> ReleaseJson.read(
                        "r",
                        good.replace("\"schemaVersion\":1", "\"schemaVersion\":2")
                                .getBytes(StandardCharsets.UTF_8)))
                .hasMessage("a release record of a newer Davit: r: it has version 2 of the format, and this Davit reads"
                        + " version 1; use the Davit that wrote it, or choose another release");
    }

    @Test
    void a_rollback_goes_to_the_newest_that_was_done_before_the_newest_of_all() {
        assertThat(Rollback.to(KNOWN, OptionalInt.empty()).number()).isEqualTo(4);
        assertThat(Rollback.to(KNOWN.subList(1, 4), OptionalInt.empty()).number())
                .isEqualTo(2);
    }

    @Test
    void or_to_the_one_that_is_named_if_it_was_done() {
        assertThat(Rollback.to(KNOWN, OptionalInt.of(2)).number()).isEqualTo(2);
        assertThatThrownBy(() -> Rollback.to(KNOWN, OptionalInt.of(5)))
                .hasMessage("release 5 cannot be come back to: the release records: it was not done: it ended without a"
                        + " word; choose one that davit history shows as done");
        assertThatThrownBy(() -> Rollback.to(KNOWN, OptionalInt.of(9)))
                .hasMessage(
                        "there is no release 9: the release records: there are 2, 3, 4, 5; davit history lists them");
    }

    @Test
    void without_an_earlier_one_there_is_nothing_to_roll_back_to() {
        assertThatThrownBy(() -> Rollback.to(KNOWN.subList(3, 4), OptionalInt.empty()))
                .hasMessage(
                        "there is nothing to roll back to: the release records: no release before 2 was done; apply the"
                                + " definition that you want");
        assertThatThrownBy(() -> Rollback.to(List.of(), OptionalInt.empty())).hasMessageContaining("there are none");
    }

    @Test
    void values_of_secrets_are_in_no_record_so_there_is_no_way_back_to_one_that_had_them() {
        Wanted secretive = new Wanted(
                "shop",
                "prod",
                "kubernetes",
                Optional.empty(),
                List.of(new DesiredObject(
                        "Secret",
                        "db",
                        Optional.empty(),
                        new MapNode(null).put("kind", "Secret").put("data", Map.of("p", "canary-7")))),
                Map.of());
        byte[] bytes = ReleaseJson.write(release(2, Release.State.DONE, secretive));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("canary-7");
        assertThatThrownBy(() -> Rollback.to(List.of(ReleaseJson.read("r", bytes)), OptionalInt.of(2)))
                .hasMessage(
                        "release 2 cannot be come back to: Secret/db: its definition held values of secrets, which no"
                                + " record keeps; apply the definition of that time");
    }

    private static List<String> violations(String json) throws IOException {
        try (InputStream in = Release.class.getResourceAsStream("release.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in)
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
    void records_keep_the_schema_that_is_published_and_it_can_say_no() throws IOException {
        for (Release release : KNOWN) {
            String json = new String(ReleaseJson.write(release), StandardCharsets.UTF_8);
            assertThat(violations(json)).isEmpty();
            for (String wrong : List.of(
                    json.replace("\"number\":", "\"number\":-"),
                    json.replace("2027-01-31T", "today "),
                    json.replace("\"awaited\":", "\"awaited\":0, \"old\":"),
                    json.replace("\"stack\":", "\"stock\":"))) {
                assertThat(wrong).isNotEqualTo(json);
                assertThat(violations(wrong)).as(wrong).isNotEmpty();
            }
        }
    }

    @Test
    void a_record_of_a_davit_that_always_waited_was_waited_for() {
        String old = new String(ReleaseJson.write(release(4, Release.State.DONE)), StandardCharsets.UTF_8)
                .replace("\"awaited\":true,", "");
        assertThat(ReleaseJson.read("r", old.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(release(4, Release.State.DONE));
    }
}
