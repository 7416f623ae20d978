package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case is a folder below {@code src/test/cases}; its name says what is wrong or odd in it. */
class CasesTest {
    @TempDir
    private Path scratch;

    static List<Case> wrongInput() throws IOException {
        return Case.below("wrong-input");
    }

    static List<Case> userCode() throws IOException {
        return Case.below("user-code");
    }

    @ParameterizedTest
    @MethodSource("wrongInput")
    void wrong_input_is_answered_in_words(Case each) throws Exception {
        each.run(scratch);
        assertThat(Files.readString(each.folder().resolve("expected.txt")))
                .doesNotStartWith("exit 0")
                .doesNotStartWith("exit 1\n")
                .doesNotStartWith("exit 2\n")
                .doesNotStartWith("exit 70")
                .contains("\n--- stdout\n--- stderr\n")
                .doesNotContain("\n\tat ");
    }

    static List<Case> sources() throws IOException {
        return Case.below("sources");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void every_kind_of_source_is_found_and_kept(Case each) throws Exception {
        each.run(scratch);
    }

    @ParameterizedTest
    @MethodSource("userCode")
    void odd_user_code_is_held(Case each) throws Exception {
        each.run(scratch);
    }
}
