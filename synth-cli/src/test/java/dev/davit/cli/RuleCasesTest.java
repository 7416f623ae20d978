package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every folder of {@code src/test/rules}; {@code -Ddavit.update=true} rewrites what is expected and fails. */
class RuleCasesTest {
    static List<RuleCase> cases() throws IOException {
        return RuleCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_bad_definition_is_reported_as_expected(RuleCase rule) throws IOException {
        Child.Result result = rule.check("Bad");
        assertThat(result.err()).isEmpty();
        if (Boolean.getBoolean("davit.update")) {
            Files.writeString(rule.expected(), result.out());
            fail(rule.expected() + " is rewritten: look at the difference, then run without -Ddavit.update");
        }
        assertThat(result.out()).isEqualTo(Files.readString(rule.expected()));
        assertThat(result.out()).contains(" " + rule.id() + "  ");
        assertThat(result.code()).isEqualTo(result.out().startsWith("error ") ? ExitCode.FINDINGS : ExitCode.OK);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void its_good_twin_is_not_reported(RuleCase rule) throws IOException {
        Child.Result result = rule.check("Good");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).doesNotContain(rule.id());
        assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.OK);
    }

    @Test
    void every_id_has_a_case_and_every_case_an_id() throws IOException {
        assertThat(cases().stream().map(RuleCase::id).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(RuleIds.all());
    }
}
