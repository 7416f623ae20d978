package dev.davit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said several times with a few other values is said once. */
class LoopsTest {
    private static final Code.Chain SETTINGS = Code.call("Render", "settings");

    private static Statement worker(String id, String queue, String level) {
        return worker(Optional.empty(), id, queue, level);
    }

    private static Statement worker(Optional<String> variable, String id, String queue, String level) {
        Code source = Code.call("Image", "of", Code.quoted("acme/worker:1"));
        Code lambda = new Code.Lambda(
                "w",
                List.of(
                        Call.of("env", Code.quoted("QUEUE"), Code.quoted(queue)).marked("queue of " + id),
                        Call.of("env", Code.quoted("LEVEL"), Code.quoted(level)),
                        Call.of("env", Code.quoted("MODE"), Code.quoted("fast")),
                        Call.of("env", Code.quoted("ZONE"), Code.quoted("one"))));
        return new Statement(variable, Code.call("infra", "worker", Code.quoted(id), source, lambda), List.of(), true);
    }

    private static DefinitionSource source(Code.Chain settings, Statement... body) {
        List<Statement> all = Loops.in(List.of(body), settings, new JavaName(Set.of("infra", "w")), "It");
        return DefinitionSource.of(Optional.empty(), "It", List.of(), all, List.of(), List.of());
    }

    private static String text(Code.Chain settings, Statement... body) {
        String text = source(settings, body).text();
        return text.substring(text.indexOf("define(Infra infra) {\n") + 22, text.lastIndexOf("    }\n}"))
                .indent(-8);
    }

    @Test
    void three_resources_that_differ_in_one_value_become_a_loop() {
        assertThat(text(SETTINGS, worker("one", "q", "info"), worker("two", "q", "info"), worker("three", "q", "info")))
                .isEqualTo("""
                        for (var name : List.of("one", "two", "three")) {
                            infra.worker(name, Image.of("acme/worker:1"), w -> w
                                    .env("QUEUE", "q")
                                    .env("LEVEL", "info")
                                    .env("MODE", "fast")
                                    .env("ZONE", "one"));
                        }

                        infra.deployTo(Render.settings());
                        """);
    }

    @Test
    void several_values_become_the_rows_of_a_record() {
        assertThat(text(
                        SETTINGS,
                        worker("one", "a", "info"),
                        worker("two", "b", "debug"),
                        worker("three", "c", "info")))
                .contains("record Row(String name, String queue, String level) {}\n")
                .contains("new Row(\"one\", \"a\", \"info\")")
                .contains("infra.worker(each.name(), ")
                .contains(".env(\"QUEUE\", each.queue())");
    }

    @Test
    void a_value_that_another_is_part_of_is_made_from_it() {
        assertThat(text(
                        SETTINGS,
                        worker("one", "q-one-x", "info"),
                        worker("two", "q-two-x", "info"),
                        worker("three", "q-three-x", "info")))
                .contains("for (var name : List.of(\"one\", \"two\", \"three\"))")
                .contains("\"q-\" + name + \"-x\"");
    }

    @Test
    void settings_of_a_resource_move_into_the_loop() {
        List<Call> calls = new ArrayList<>(SETTINGS.calls());
        for (String id : List.of("one", "two", "three")) {
            calls.add(Call.of("plan", Code.plain(id), Code.plain("Plan.STARTER")));
        }
        calls.add(Call.of("plan", Code.plain("other"), Code.plain("Plan.PRO")));
        String text = text(
                new Code.Chain("Render", calls),
                worker(Optional.of("one"), "one", "q", "info"),
                worker(Optional.of("two"), "two", "q", "info"),
                worker(Optional.of("three"), "three", "q", "info"),
                new Statement(
                        Optional.of("other"), Code.call("infra", "cache", Code.quoted("other")), List.of(), true));

        assertThat(text).isEqualTo("""
                var render = Render.settings();

                for (var name : List.of("one", "two", "three")) {
                    var worker = infra.worker(name, Image.of("acme/worker:1"), w -> w
                            .env("QUEUE", "q")
                            .env("LEVEL", "info")
                            .env("MODE", "fast")
                            .env("ZONE", "one"));
                    render.plan(worker, Plan.STARTER);
                }

                var other = infra.cache("other");

                infra.deployTo(render.plan(other, Plan.PRO));
                """);
    }

    @Test
    void two_or_unlike_or_used_ones_stay_as_they_are() {
        Statement user = new Statement(
                Optional.empty(),
                Code.call("infra", "output", Code.quoted("it"), Code.call("one", "host")),
                List.of(),
                true);

        assertThat(text(SETTINGS, worker("one", "q", "info"), worker("two", "q", "info")))
                .doesNotContain("for (");
        assertThat(text(
                        SETTINGS,
                        worker("one", "q", "info"),
                        new Statement(
                                Optional.empty(), Code.call("infra", "cache", Code.quoted("it")), List.of(), true),
                        worker("two", "q", "info"),
                        worker("three", "q", "info")))
                .doesNotContain("for (");
        assertThat(text(
                        SETTINGS,
                        worker(Optional.of("one"), "one", "q", "info"),
                        worker("two", "q", "info"),
                        worker("three", "q", "info"),
                        user))
                .doesNotContain("for (");
    }

    @Test
    void a_loop_that_would_be_longer_than_what_it_says_is_not_made() {
        Code.Lambda lambda = new Code.Lambda("w", List.of(Call.of("env", Code.quoted("A"), Code.quoted("x"))));
        List<Statement> few = List.of("a", "b", "c").stream()
                .map(it -> new Statement(
                        Optional.empty(),
                        Code.call("infra", "worker", Code.quoted(it), Code.plain("image"), lambda),
                        List.of(),
                        false))
                .toList();

        assertThat(text(SETTINGS, few.toArray(Statement[]::new))).doesNotContain("for (");
    }

    @Test
    void components_have_names_that_the_language_takes() {
        List<Statement> body = new ArrayList<>();
        for (String id : List.of("one", "two", "three")) {
            Code.Lambda lambda = new Code.Lambda(
                    "w",
                    List.of(
                            Call.of("env", Code.quoted("WAIT"), Code.quoted(id.substring(1))),
                            Call.of("env", Code.quoted("A_B"), Code.quoted(id.substring(2))),
                            Call.of("env", Code.quoted("AB"), Code.quoted("z" + id.length() + id.charAt(0))),
                            Call.of("env", Code.quoted("X"), Code.quoted("x")),
                            Call.of("env", Code.quoted("Y"), Code.quoted("y")),
                            Call.of("env", Code.quoted("Z"), Code.quoted("z"))));
            body.add(new Statement(
                    Optional.empty(),
                    Code.call("infra", "worker", Code.quoted(id + "-" + id.hashCode()), Code.plain("image"), lambda),
                    List.of(),
                    true));
        }

        assertThat(text(SETTINGS, body.toArray(Statement[]::new)))
                .contains("record Row(String name, String wait2, String ab, String ab2) {}");
    }

    @Test
    void a_line_of_a_loop_stands_for_all_that_it_makes() {
        DefinitionSource source =
                source(SETTINGS, worker("one", "a", "info"), worker("two", "b", "info"), worker("three", "c", "info"));

        assertThat(source.marks().values())
                .anySatisfy(it -> assertThat(it).contains("queue of one", "queue of two", "queue of three"));
    }
}
