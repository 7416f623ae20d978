package dev.davit.render.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.davit.document.DocumentException;
import dev.davit.importing.ImportException;
import dev.davit.importing.Imported;
import dev.davit.render.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write for Render, from public repositories; {@code SOURCES.tsv} beside the files says from which. */
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/corpus");
    private static final double MOST_RAW = 0.03;
    private static final int WIDEST = 150;

    /** Each is read once: a compiler runs for it. */
    private static final Map<Path, Imported> IMPORTED = new TreeMap<>();

    static List<Path> valid() {
        return files("valid");
    }

    static List<Path> invalid() {
        return files("invalid");
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Imported imported(Path file) {
        return IMPORTED.computeIfAbsent(
                file, it -> BlueprintImporter.read(BlueprintFile.read(it), Optional.empty(), "Shop"));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void the_java_of_a_file_says_what_the_file_says(Path file) {
        assertThat(imported(file).proof().unexplained()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void no_line_of_it_is_too_wide_to_read(Path file) {
        assertThat(imported(file).source().text().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(WIDEST));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void every_variable_of_it_is_used(Path file) {
        String text = imported(file).source().text();
        Pattern.compile("var (\\w+) =")
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .forEach(name -> assertThat(Pattern.compile("\\b" + name + "\\b")
                                .matcher(text)
                                .results())
                        .as(name + "\n" + text)
                        .hasSizeGreaterThan(1));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_second_import_writes_the_same(Path file) {
        Imported again = BlueprintImporter.read(BlueprintFile.read(file), Optional.empty(), "Shop");
        assertThat(again.source()).isEqualTo(imported(file).source());
        assertThat(again.decisions()).isEqualTo(imported(file).decisions());
    }

    @Test
    void what_a_file_does_not_name_at_all_the_java_does_not_name_either() {
        BlueprintFile file = BlueprintFile.read("render.yaml", "services:\n  - name: a\n");
        assertThat(BlueprintImporter.read(file, Optional.empty(), "Shop")
                        .proof()
                        .unexplained())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: [{type: web, name: a, runtime: docker, envVars: [{key: A, value: }, {key: B, value: x}]}]",
                "services: [{type: web, name: a, runtime: docker, envVars: [{key: A, value: ~}]}]",
                "services: [{type: web, name: a, runtime: static, staticPublishPath: d, headers: [{path: /, name: X, value: }]}]",
                "services: [{type: keyvalue, name: k, ipAllowList: [], envVars: [{key: A, value: b}]}]",
                "databases: [{name: d, envVars: [{key: A, value: b}, null]}]",
                "services: [{type: web, name: a, runtime: docker, x: [{a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 0, k: 1}]}]",
                "services: [{type: cron, name: c, runtime: docker}]",
                "services: [{type: web, name: a, runtime: node, buildCommand: '', startCommand: ''}]",
                "services: [{type: web, name: a, runtime: static, staticPublishPath: d, env: {VITE_API: https://x}}]",
                "services: [{type: web, name: a, env: {A: b}}]",
                "services: [{type: web, name: a, runtime: docker, autoDeploy: , pullRequestPreviewsEnabled: maybe}]",
                "projects: [{name: p}]",
                "projects: [{name: p, environments: [{name: e, previews: {generation: manual}}]}]"
            })
    void what_render_would_refuse_is_taken_over_all_the_same(String text) {
        Imported imported = BlueprintImporter.read(BlueprintFile.read("render.yaml", text), Optional.empty(), "Shop");
        assertThat(imported.proof().unexplained()).as(imported.source().text()).isEmpty();
    }

    @Test
    void a_flag_means_what_its_writer_meant() {
        String text =
                "services: [{type: web, name: a, runtime: docker, autoDeploy: yes, pullRequestPreviewsEnabled: 'true'}]";
        assertThat(BlueprintImporter.read(BlueprintFile.read("render.yaml", text), Optional.empty(), "Shop")
                        .source()
                        .text())
                .contains("AutoDeploy.COMMIT", "Previews.AUTOMATIC");
    }

    @Test
    void a_name_of_digits_is_a_name() {
        String text = """
                services:
                  - {type: worker, name: 123, runtime: docker, envVars: [{key: DB, fromDatabase: {name: 7, property: host}}]}
                databases:
                  - {name: 7}
                """;
        Imported imported = BlueprintImporter.read(BlueprintFile.read("render.yaml", text), Optional.empty(), "Shop");
        assertThat(imported.proof().unexplained()).isEmpty();
        assertThat(imported.source().text()).contains("\"123\"", ".host()");
    }

    @Test
    void few_values_are_raw() {
        int values = 0;
        int raw = 0;
        for (Path file : valid()) {
            Imported imported = imported(file);
            values += imported.values();
            raw += imported.raw();
        }
        assertThat((double) raw / values).as(raw + " of " + values).isLessThan(MOST_RAW);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void what_is_no_blueprint_is_refused(Path file) {
        assertThatThrownBy(() -> BlueprintFile.read(file))
                .isInstanceOfAny(DocumentException.class, ImportException.class);
    }

    @Test
    void each_refusal_is_in_words_that_help() {
        StringBuilder all = new StringBuilder();
        for (Path file : invalid()) {
            String message = catchThrowable(() -> BlueprintFile.read(file)).getMessage();
            all.append(message.replace(CORPUS.resolve("invalid") + "/", "")).append("\n\n");
        }
        Golden.compare("import/refused.txt", all.toString());
    }
}
