package dev.davit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledRulesTest {
    private static final List<Rule> BUILT_IN = Checker.installed(Rule.class.getClassLoader());

    @Test
    void the_neutral_rules_are_installed_in_the_order_of_their_ids() {
        assertThat(BUILT_IN)
                .extracting(Rule::id)
                .containsExactly(
                        "DSK001", "DSK002", "GPU001", "HLT001", "HLT004", "NET002", "PKG002", "QUE001", "QUE002",
                        "SCL001", "SEC001", "SEC002", "TMO002");
    }

    @Test
    void every_rule_says_what_it_demands_in_one_sentence() {
        assertThat(BUILT_IN).extracting(Rule::title).doesNotHaveDuplicates().allMatch(it -> it.matches("[A-Z][^.\n]+"));
    }

    @Test
    void a_rule_on_the_class_path_of_a_user_is_found(@TempDir Path folder) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Rule.class.getName()), OwnerRule.class.getName() + "\n");
        try (URLClassLoader users =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Rule.class.getClassLoader())) {
            assertThat(Checker.installed(users)).extracting(Rule::id).contains("ACME002", "DSK001");
        }
    }
}
