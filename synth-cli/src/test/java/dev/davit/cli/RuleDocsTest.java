package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.check.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/rules.md} complete. */
class RuleDocsTest {
    private static final Path PAGE = Path.of("../docs/rules.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^### ([A-Z0-9]+) .+$");
    private static final Pattern ENTRY = Pattern.compile(
            "\n\n(Error|Warning|Note).*\\. \\*\\*What\\*\\* .+\n\\*\\*Why\\*\\* .+\n\\*\\*Fix\\*\\* .+\n\n```(java|sh)\n.+\n```\n",
            Pattern.DOTALL);

    @Test
    void every_id_has_an_entry_and_every_entry_an_id() throws IOException {
        assertThat(entries().keySet()).containsExactlyInAnyOrderElementsOf(RuleIds.all());
    }

    @Test
    void every_entry_says_what_why_and_how_to_mend_it_and_shows_an_example() throws IOException {
        assertThat(entries())
                .isNotEmpty()
                .allSatisfy((id, text) -> assertThat(text).as(id).containsPattern(ENTRY));
    }

    @Test
    void an_entry_is_as_severe_as_its_rule() throws IOException {
        Map<String, String> entries = entries();
        RuleIds.rules()
                .forEach(rule ->
                        assertThat(entries.get(rule.id())).as(rule.id()).contains("\n\n" + words(rule.severity())));
    }

    private static String words(Severity severity) {
        String word = severity == Severity.INFO ? "note" : severity.word();
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Map<String, String> entries() throws IOException {
        String page = Files.readString(PAGE);
        Map<String, String> entries = new LinkedHashMap<>();
        for (String part : page.split("(?m)^(?=##)")) {
            var heading = HEADING.matcher(part);
            if (heading.lookingAt()) {
                assertThat(entries.put(heading.group(1), part))
                        .as(heading.group(1))
                        .isNull();
            }
        }
        return entries;
    }
}
