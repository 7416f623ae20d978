package dev.davit.k8s.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import dev.davit.plan.Effect;
import dev.davit.plan.Impact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Judges the cases of {@code src/test/resources/dev/davit/k8s/effect/cases}; the answers stand in {@code src/test/golden/effect}. */
class EffectsTest {
    private static final List<String> TOPICS =
            List.of("deployments", "sets", "settings", "traffic", "policies", "others");

    static Stream<Case> cases() {
        return TOPICS.stream().flatMap(topic -> Case.of(topic).stream());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deployments", "sets", "settings", "traffic", "policies", "others"})
    void each_case_is_judged_as_the_table_says(String topic) {
        Table.assertSame(topic, Case.of(topic).stream().map(Case::row).collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_worse_than_rolling_says_what_avoids_it(Case one) {
        if (one.impact().effect().compareTo(Effect.ROLLING) > 0) {
            assertThat(one.impact().avoid()).isPresent();
        } else {
            assertThat(one.impact().avoid()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_kind_that_was_not_read_counts_no_milder_than_one_of_which_there_is_nothing(Case one) {
        one.known()
                .keySet()
                .forEach(kind -> assertThat(
                                one.with(kind, Optional.empty()).impact().effect())
                        .as("%s without %s", one, kind)
                        .isGreaterThanOrEqualTo(
                                one.with(kind, Optional.of(List.of())).impact().effect()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_the_server_did_not_verify_is_no_milder_and_never_proven(Case one) {
        Transition seen = one.transition();
        Transition unseen = new Transition(seen.live(), seen.predicted(), false);
        Impact impact = new Effects(one.facts()).of(unseen);

        assertThat(impact.effect()).isEqualTo(one.impact().effect());
        assertThat(impact.evidence()).isGreaterThanOrEqualTo(one.impact().evidence());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_case_reads_nothing_where_nothing_changes(Case one) {
        MapNode tree =
                one.transition().live().or(() -> one.transition().predicted()).orElseThrow();

        assertThat(Effects.reads(List.of(Transition.update(tree, tree, true)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_reason_is_one_line_without_a_full_stop(Case one) {
        assertThat(one.impact().reason())
                .doesNotContain("\n")
                .doesNotEndWith(".")
                .isNotBlank();
    }
}
