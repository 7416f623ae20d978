package dev.davit.cli.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.davit.Evaluation;
import dev.davit.check.Checker;
import dev.davit.check.Finding;
import dev.davit.model.ResourceKey;
import dev.davit.target.Artifact;
import dev.davit.target.Images;
import dev.davit.target.Portability;
import dev.davit.target.Synthesis;
import dev.davit.target.Synthesizer;
import dev.davit.target.Target;
import dev.davit.target.TargetOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Hold for every target that is installed. */
class SynthesisLaws {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);
    private static final List<Target> TARGETS = ServiceLoader.load(Target.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Synthesis.class.getResourceAsStream("assembly.schema.json"));

    private static Synthesis synthesize(Program program) {
        ClassLoader loader = SynthesisLaws.class.getClassLoader();
        return new Synthesizer(TARGETS, Checker.installed(loader), TODAY)
                .synthesize(Evaluation.of(program, "prod"), Images.NONE);
    }

    @Property(tries = 120)
    void a_valid_definition_becomes_files_or_findings_and_every_file_keeps_its_schema(@ForAll("programs") Program it) {
        Synthesis synthesis = synthesize(it);
        assertThat(synthesis.findings())
                .extracting(Finding::id)
                .doesNotContain("SCH001", "SCH002", "SCH003", "RUL001", "RAW001")
                .noneMatch(id -> id.startsWith("DEF"));
        assertThat(SCHEMA.validate(synthesis.artifacts().get(0).text(), InputFormat.JSON))
                .isEmpty();
        assertThat(synthesis.targets()).hasSameSizeAs(TARGETS);
    }

    @Property(tries = 80)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void nothing_that_the_user_said_is_lost(@ForAll("programs") Program it) {
        Synthesis synthesis = synthesize(it);
        String assembly = synthesis.artifacts().get(0).text();
        long owed = 0;
        for (Program.Canary canary : it.canaries()) {
            assertThat(assembly).as("assembly.json after %s", canary.call()).contains(canary.text());
            List<TargetOutput> debtors = synthesis.targets().stream()
                    .filter(target -> owes(target, canary, synthesis))
                    .toList();
            debtors.forEach(target -> assertThat(files(target))
                    .as("files for %s after %s", target.target(), canary.call())
                    .contains(canary.text()));
            owed += debtors.size();
        }
        refuseToSayNothing(owed);
    }

    /** A law about files that no try looks at would hold of anything. */
    private static void refuseToSayNothing(long owed) {
        if (!TARGETS.isEmpty()) {
            Statistics.label("a file was looked at")
                    .collect(owed > 0)
                    .coverage(it -> it.check(true).percentage(share -> share > 20));
        }
    }

    /** A target that has the very thing and reports nothing about the resource must write what was said of it. */
    private static boolean owes(TargetOutput target, Program.Canary canary, Synthesis synthesis) {
        ResourceKey key = target.desired().placed().stream()
                .filter(it -> it.id().equals(canary.resource().orElseThrow()))
                .findFirst()
                .orElse(null);
        boolean reported = synthesis.findings().stream()
                .filter(it -> it.target().filter(target.target()::equals).isPresent())
                .anyMatch(it ->
                        it.resource().filter(resource -> resource.equals(key)).isPresent());
        return key != null
                && !reported
                && Portability.EXACT.equals(target.portability().get(key));
    }

    private static String files(TargetOutput target) {
        return target.artifacts().stream().map(Artifact::text).collect(Collectors.joining("\n"));
    }

    @Property(tries = 25)
    void two_runs_give_the_same_bytes(@ForAll("programs") Program it) {
        assertThat(synthesize(it).artifacts()).isEqualTo(synthesize(it).artifacts());
    }

    @Provide
    Arbitrary<Program> programs() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(1, 14))
                .as(RandomProgram::of);
    }
}
