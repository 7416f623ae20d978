package dev.davit.render;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.davit.check.Rule;
import org.junit.jupiter.api.Test;

/** Holds the arrows: a provider knows the SDK, no other provider and no command line. */
class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.davit.render");

    @Test
    void a_provider_knows_no_other_provider_and_no_command_line() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.davit.k8s..", "dev.davit.cli..")
                .check(classes);
    }

    @Test
    void making_a_blueprint_knows_no_rule() {
        noClasses()
                .that()
                .resideInAPackage("..blueprint..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..render.rule..")
                .check(classes);
    }

    @Test
    void nothing_that_is_made_for_render_knows_the_sandbox_but_the_target_that_starts_it() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..render.sandbox..")
                .and()
                .areNotAssignableTo(BlueprintTarget.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..render.sandbox..")
                .check(classes);
    }

    @Test
    void every_rule_is_where_rules_are() {
        classes()
                .that()
                .implement(Rule.class)
                .should()
                .resideInAPackage("dev.davit.render.rule")
                .check(classes);
    }
}
