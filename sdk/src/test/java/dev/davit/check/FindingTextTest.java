package dev.davit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import dev.davit.model.Acknowledgement;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FindingTextTest {
    private static final Finding GPU = new Finding(
            "RND001",
            Severity.ERROR,
            "Render has no GPU instances",
            "none of Render's instance types has a GPU (largest: 12 CPU, 96 GB)",
            "infra.deployTo(Kubernetes.context(\"...\"), inference);   or remove .gpu(...)",
            Optional.of("render"),
            Optional.of(new ResourceKey(Kind.PRIVATE_SERVICE, "inference")),
            List.of(call(".gpu(Gpu.nvidia(\"L4\").memory(Size.gib(24)))", 14)),
            Optional.empty());

    private static Origin call(String text, int line) {
        return Origin.user(text, new SourceLocation("DocAi.java", line, "DocAi", "define"));
    }

    @Test
    void a_finding_has_the_layout_of_the_language_design() {
        assertThat(FindingText.of(GPU)).isEqualTo("""
                error RND001  Render has no GPU instances                                        target render
                  --> DocAi.java:14  .gpu(Gpu.nvidia("L4").memory(Size.gib(24)))     private service "inference"
                  why  none of Render's instance types has a GPU (largest: 12 CPU, 96 GB)
                  fix  infra.deployTo(Kubernetes.context("..."), inference);   or remove .gpu(...)
                  mute .acknowledge("RND001", "reason", LocalDate)             (expired acknowledgements are errors)""");
    }

    @Test
    void at_80_columns_it_keeps_its_parts_and_wraps_under_their_beginning() {
        assertThat(FindingText.of(GPU, 80)).isEqualTo("""
                error RND001  Render has no GPU instances                          target render
                  --> DocAi.java:14  .gpu(Gpu.nvidia("L4").memory(Size.gib(24)))
                                                                     private service "inference"
                  why  none of Render's instance types has a GPU (largest: 12 CPU, 96 GB)
                  fix  infra.deployTo(Kubernetes.context("..."), inference);   or remove
                       .gpu(...)
                  mute .acknowledge("RND001", "reason", LocalDate)
                                                           (expired acknowledgements are errors)""");
    }

    @Test
    void a_muted_finding_says_so_and_until_when_and_why() {
        Acknowledgement by = new Acknowledgement(
                "RND001", "the CPU is enough for the demo", LocalDate.of(2027, 3, 31), call(".acknowledge(...)", 15));
        assertThat(FindingText.of(GPU.acknowledged(by))).isEqualTo("""
                muted error RND001  Render has no GPU instances                                  target render
                  --> DocAi.java:14  .gpu(Gpu.nvidia("L4").memory(Size.gib(24)))     private service "inference"
                  muted until 2027-03-31  the CPU is enough for the demo""");
    }

    @Test
    void several_calls_are_listed_and_a_finding_that_cannot_be_muted_offers_no_muting() {
        Finding twice = new Finding(
                "DEF007",
                Severity.ERROR,
                "the definition places resources on render twice",
                "one stack is on each target once",
                "give all in one call",
                Optional.empty(),
                Optional.empty(),
                List.of(call(".deployTo(Render...)", 30), call(".deployTo(Render...)", 29)),
                Optional.empty());
        assertThat(FindingText.of(twice)).isEqualTo("""
                error DEF007  the definition places resources on render twice
                  --> DocAi.java:30  .deployTo(Render...)
                  --> DocAi.java:29  .deployTo(Render...)
                  why  one stack is on each target once
                  fix  give all in one call""");
    }

    @Test
    void what_could_move_the_cursor_is_shown_by_number() {
        Finding hostile = new Finding(
                "ACME001",
                Severity.WARNING,
                "a\u001b[2Jb\rc\u202ed",
                "first\nsecond",
                "fix\u0007",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        assertThat(FindingText.of(hostile)).startsWith("""
                warning ACME001  a\\u001b[2Jb\\u000dc\\u202ed
                  why  first
                       second
                  fix  fix\\u0007
                """);
    }

    /** No line is longer than asked for, unless one word of it is. */
    @Property
    void no_line_is_longer_than_the_terminal(@ForAll @IntRange(min = 50, max = 200) int columns) {
        assertThat(FindingText.of(GPU, columns).lines())
                .allMatch(line -> line.length() <= columns || !line.strip().contains("  ") && line.contains(".gpu("));
    }
}
