package dev.davit.render.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.importing.Decision;
import dev.davit.importing.Formatted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormattingTest {
    private static Formatted formatted(String text) {
        return new Formatting("render.yaml").of(text);
    }

    static List<Path> valid() {
        return CorpusTest.valid();
    }

    @Test
    void old_words_are_written_anew_and_all_else_stays() {
        assertThat(formatted("""
                        # A shop.
                        previewsEnabled: true   # for all
                        services:
                          - type: redis # the queue
                            name: jobs
                            ipAllowList: []

                          - env: node
                            type: web
                            name: "web"
                            domain: example.com
                            previewPlan: starter
                            pullRequestPreviewsEnabled: false
                            autoDeploy: false  # by hand
                            envVars: [{key: URL, fromService: {type: redis, name: jobs, property: host}}]
                        previewsExpireAfterDays: 3
                        """).text()).isEqualTo("""
                        # A shop.
                        previews:
                          expireAfterDays: 3
                          generation: automatic   # for all
                        services:
                          - type: keyvalue # the queue
                            name: jobs
                            ipAllowList: []

                          - runtime: node
                            type: web
                            name: "web"
                            domains:
                              - example.com
                            previews:
                              plan: starter
                              generation: "off"
                            autoDeployTrigger: "off"  # by hand
                            envVars: [{key: URL, fromService: {type: redis, name: jobs, property: host}}]
                        """);
    }

    @Test
    void what_no_line_tells_is_left_and_said() {
        Formatted formatted = formatted("services: [{type: redis, name: a, ipAllowList: []}]\n");
        assertThat(formatted.text()).contains("type: redis");
        assertThat(formatted.left()).extracting(Decision::line).containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_file_says_the_same_after_it(Path path) throws IOException {
        BlueprintFile file = BlueprintFile.read(path);
        Formatted formatted = formatted(file.text());
        List<Decision> still = new ArrayList<>();
        BlueprintFile after = BlueprintFile.read("render.yaml", formatted.text());
        assertThat(Meaning.of(new Spelling(after, still).today()))
                .isEqualTo(Meaning.of(new Spelling(file, new ArrayList<>()).today()));
        assertThat(still.stream().filter(it -> it.kind() == Decision.Kind.RENAMED))
                .hasSameSizeAs(formatted.left());
        assertThat(after.comments()).hasSameSizeAs(file.comments());
        assertThat(formatted(formatted.text()).text()).isEqualTo(formatted.text());
    }
}
