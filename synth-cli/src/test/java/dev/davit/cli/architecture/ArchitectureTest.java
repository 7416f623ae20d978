package dev.davit.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.davit.document.violation.KnowsTheModel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final JavaClasses DAVIT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.davit");
    /** In test sources, and each against some rule. */
    private static final JavaClasses VIOLATIONS = new ClassFileImporter()
            .importPackages(
                    "dev.davit.violation",
                    "dev.davit.document.violation",
                    "dev.davit.model.violation",
                    "dev.davit.schema.violation",
                    "dev.davit.target.violation",
                    "dev.davit.plan.violation",
                    "dev.davit.apply.violation",
                    "dev.davit.render.violation",
                    "dev.davit.k8s.violation");

    static Set<String> sentences() {
        return Architecture.rules().keySet();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void the_code_keeps(String sentence) {
        Architecture.rules().get(sentence).check(DAVIT);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void a_class_that_breaks_it_is_found(String sentence) {
        assertThatThrownBy(() -> Architecture.rules().get(sentence).check(VIOLATIONS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("violation");
    }

    @Test
    void the_rules_look_at_all_modules_and_at_no_test() {
        assertThat(DAVIT.contain("dev.davit.Infra")).isTrue();
        assertThat(DAVIT.contain("dev.davit.cli.Main")).isTrue();
        assertThat(List.of(DAVIT.contain(KnowsTheModel.class), DAVIT.contain(ArchitectureTest.class)))
                .containsOnly(false);
    }
}
