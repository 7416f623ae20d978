package dev.davit.check;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import dev.davit.target.Images;
import dev.davit.target.Synthesizer;
import dev.davit.target.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Runs rules on a definition as synth does. */
public final class Found {
    /** The day on which tests look at acknowledgements. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private Found() {}

    /** Give what is found, each in one line: id, what is wrong, and the call at fault after an {@code @}. */
    public static List<String> by(Rule rule, Definition definition, Target... targets) {
        return findings(List.of(rule), definition, targets).stream()
                .filter(it -> it.id().equals(rule.id()))
                .map(it -> it.id() + " " + it.what()
                        + it.origin()
                                .map(Origin::text)
                                .map(call -> " @ " + call)
                                .orElse(""))
                .toList();
    }

    /** Give all findings of a run. */
    public static List<Finding> findings(List<Rule> rules, Definition definition, Target... targets) {
        return new Synthesizer(List.of(targets), rules, TODAY)
                .synthesize(Evaluation.of(definition, "prod"), Images.NONE)
                .findings();
    }

    /** Write findings as a person sees them, all of line 7, since every edit of a test moves the real ones. */
    public static String text(List<Finding> findings) {
        return findings.stream().map(Found::onLine7).map(FindingText::of).collect(Collectors.joining("\n\n"));
    }

    private static Finding onLine7(Finding it) {
        List<Origin> origins = it.origins().stream()
                .map(origin -> new Origin(
                        origin.kind(),
                        origin.text(),
                        new SourceLocation(
                                origin.location().orElseThrow().file(),
                                7,
                                origin.location().orElseThrow().className(),
                                origin.location().orElseThrow().method())))
                .toList();
        return new Finding(
                it.id(),
                it.severity(),
                it.what(),
                it.why(),
                it.fix(),
                it.target(),
                it.resource(),
                origins,
                it.acknowledgement());
    }
}
