package dev.davit.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.Image;
import dev.davit.Kubernetes;
import dev.davit.Raw;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.WebService;
import dev.davit.check.Finding;
import dev.davit.check.FindingText;
import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.model.Assembly;
import dev.davit.model.Desired;
import dev.davit.source.Golden;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SynthesizerTest {
    private static final Image IMAGE = Image.of("acme/web:1");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

    /** Has something to say about every workload, before and after. */
    private record Talkative(Severity severity) implements Rule {
        @Override
        public String id() {
            return "TLK001";
        }

        @Override
        public String title() {
            return "Say something.";
        }

        @Override
        public void check(Assembly assembly, Report report) {
            assembly.specs().forEach(spec -> report.add(spec, "port", "it is there", "it was asked for", "leave it"));
        }

        @Override
        public void check(Desired desired, Report report) {
            desired.objects().forEach(it -> report.add(it.address() + " is there", "why not", "leave it"));
        }
    }

    /** Has a mistake. */
    private record Broken() implements Rule {
        @Override
        public String id() {
            return "BRK001";
        }

        @Override
        public Severity severity() {
            return Severity.INFO;
        }

        @Override
        public String title() {
            return "Break.";
        }

        @Override
        public void check(Assembly assembly, Report report) {
            throw new IllegalStateException("a mistake of the rule's own");
        }
    }

    private static Synthesis synthesize(Definition definition) {
        return new Synthesizer(List.of(new PlainTarget("render"), new PlainTarget("kubernetes")), List.of(), TODAY)
                .synthesize(Evaluation.of(definition, "prod"), Images.NONE);
    }

    private static String text(Synthesis synthesis) {
        return synthesis.findings().stream().map(FindingText::of).collect(Collectors.joining("\n\n")) + "\n";
    }

    @Test
    void raw_edits_that_do_not_fit_are_errors_with_the_users_line() throws IOException {
        Synthesis synthesis = synthesize(infra -> {
            WebService web = infra.webService("web", IMAGE, w -> {});
            WebService other = infra.webService("other", IMAGE, w -> {});
            var pages = infra.cache("pages");
            infra.deployTo(Render.region(Region.OHIO)
                    .raw(web, Raw.remove("/nothing"))
                    .raw(web, Raw.add("/port", 1), Raw.set("/port/x", 1))
                    .raw(pages, Raw.set("/memory", 1)));
            infra.deployTo(Kubernetes.context("prod").raw(other, "Deployment", Raw.set("/x", 1)), other);
        });
        assertThat(synthesis.stopped()).isTrue();
        Golden.assertSame("raw-edits.txt", text(synthesis));
    }

    @Test
    void a_raw_edit_that_breaks_the_schema_warns_and_is_written_all_the_same() throws IOException {
        Synthesis synthesis = synthesize(infra -> {
            WebService web = infra.webService("web", IMAGE, w -> {});
            infra.deployTo(Render.region(Region.OHIO).raw(web, Raw.set("/forbidden", "x")));
        });
        assertThat(synthesis.stopped()).isFalse();
        assertThat(synthesis.artifacts()).anyMatch(it -> it.text().contains("forbidden: x\n"));
        Golden.assertSame("raw-schema.txt", text(synthesis));
    }

    @Test
    void what_cannot_be_written_is_a_finding_and_not_a_crash() throws IOException {
        Raw edit = Raw.set("/a".repeat(250), 1);
        Synthesis synthesis = synthesize(infra -> {
            WebService web = infra.webService("web", IMAGE, w -> {});
            infra.deployTo(Render.region(Region.OHIO).raw(web, edit));
        });
        assertThat(synthesis.findings()).extracting(Finding::id).containsExactly("SCH003");
        assertThat(synthesis.findings().get(0).what()).isEqualTo("web.yaml cannot be written");
        assertThat(synthesis.findings().get(0).why())
                .endsWith("too deep: no more than 200 levels are read back; flatten the tree, or look for a node that"
                        + " holds itself");
        assertThat(synthesis.artifacts()).noneMatch(it -> it.path().equals("render/web.yaml"));
    }

    @Test
    void a_rule_of_the_users_is_heard_before_and_after_and_a_broken_one_hides_nothing() throws IOException {
        Synthesis synthesis = synthesize(infra -> {
            infra.rule(new Broken());
            infra.rule(new Talkative(Severity.WARNING));
            infra.webService("web", IMAGE, w -> w.port(8000));
            infra.worker("worker", IMAGE, w -> w.acknowledge("TLK001", "let it talk", LocalDate.of(2027, 1, 1)));
        });
        Golden.assertSame("rules.txt", text(synthesis));
    }

    @Test
    void an_acknowledgement_ends_with_its_last_day() {
        Definition definition = infra -> {
            infra.rule(new Talkative(Severity.ERROR));
            infra.worker("worker", IMAGE, w -> w.acknowledge("TLK001", "until then", LocalDate.of(2027, 1, 1)));
        };
        Evaluation evaluation = Evaluation.of(definition, "prod");
        assertThat(new Synthesizer(List.of(), List.of(), TODAY)
                        .synthesize(evaluation, Images.NONE)
                        .stopped())
                .isFalse();
        assertThat(new Synthesizer(List.of(), List.of(), TODAY.plusDays(1))
                        .synthesize(evaluation, Images.NONE)
                        .findings())
                .filteredOn(Finding::stops)
                .extracting(Finding::id)
                .containsExactly("ACK001", "TLK001");
    }

    @Test
    void of_two_acknowledgements_of_one_rule_the_last_counts() {
        Synthesis synthesis = synthesize(infra -> {
            infra.rule(new Talkative(Severity.ERROR));
            infra.acknowledge("TLK001", "old", LocalDate.of(2026, 1, 1));
            infra.acknowledge("TLK001", "new", LocalDate.of(2027, 1, 1));
            infra.worker(
                    "worker",
                    IMAGE,
                    w -> w.acknowledge("TLK001", "old", LocalDate.of(2026, 1, 1))
                            .acknowledge("TLK001", "new", LocalDate.of(2027, 1, 1)));
        });
        assertThat(synthesis.findings()).extracting(Finding::id).doesNotContain("ACK001");
    }

    @Test
    void without_files_or_without_objects_the_rest_is_the_same() {
        Definition definition = infra -> {
            WebService web = infra.webService("web", IMAGE, w -> {});
            infra.deployTo(Render.region(Region.OHIO)
                    .raw(web, Raw.set("/a".repeat(250), 1))
                    .raw(web, Raw.set("/forbidden", "x")));
        };
        Synthesizer synthesizer =
                new Synthesizer(List.of(new PlainTarget("render"), new PlainTarget("kubernetes")), List.of(), TODAY);
        Evaluation evaluation = Evaluation.of(definition, "prod");
        Synthesis with = synthesizer.synthesize(evaluation, Images.NONE);

        Synthesis without = synthesizer.withoutFiles().synthesize(evaluation, Images.NONE);

        assertThat(with.findings()).extracting(Finding::id).contains("SCH002", "SCH003");
        assertThat(without.findings()).isEqualTo(with.findings());
        assertThat(without.targets()).allMatch(it -> it.artifacts().isEmpty());
        Synthesis files = synthesizer.withoutObjects().synthesize(evaluation, Images.NONE);
        assertThat(files.artifacts()).isEqualTo(with.artifacts());
        assertThat(files.targets()).allMatch(it -> it.desired().objects().isEmpty());
    }
}
