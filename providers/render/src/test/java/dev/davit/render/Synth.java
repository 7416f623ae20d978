package dev.davit.render;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.check.Checker;
import dev.davit.check.Finding;
import dev.davit.check.FindingText;
import dev.davit.check.Rule;
import dev.davit.model.DesiredObject;
import dev.davit.target.Images;
import dev.davit.target.Portability;
import dev.davit.target.Synthesis;
import dev.davit.target.Synthesizer;
import dev.davit.target.TargetOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Synthesizes a definition for Render, with all rules that are installed. */
public record Synth(Synthesis synthesis) {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    /** Synthesizes for the stage prod. */
    public static Synth of(Definition definition) {
        Synthesizer synthesizer = new Synthesizer(List.of(new BlueprintTarget()), rules(), TODAY);
        return new Synth(synthesizer.synthesize(Evaluation.of(definition, "prod"), Images.NONE));
    }

    /** The neutral rules have tests of their own. */
    private static List<Rule> rules() {
        return Checker.installed(Synth.class.getClassLoader()).stream()
                .filter(rule -> rule.getClass().getPackageName().startsWith("dev.davit.render"))
                .toList();
    }

    public TargetOutput output() {
        if (synthesis.targets().isEmpty()) {
            throw new AssertionError("the definition is broken:\n" + allFindings());
        }
        return synthesis.targets().get(0);
    }

    /** Gives the text of render.yaml. */
    public String blueprint() {
        return output().artifacts().get(0).text();
    }

    /** Gives the text of one service, without the comment and the rest of the file. */
    public String yaml(String name) {
        DesiredObject object = output().desired().objects().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        return dev.davit.document.Yaml.write(List.of(object.tree()), List.of());
    }

    /** Gives the findings with an id, as a person reads them. */
    public List<String> findings(String id) {
        return synthesis.findings().stream()
                .filter(it -> it.id().equals(id))
                .map(FindingText::of)
                .toList();
    }

    /** Gives the one finding with an id. */
    public String finding(String id) {
        List<String> found = findings(id);
        if (found.size() != 1) {
            throw new AssertionError("expected one " + id + ", found:\n" + String.join("\n\n", found));
        }
        return found.get(0);
    }

    /** Gives the ids of all findings. */
    public List<String> ids() {
        return synthesis.findings().stream().map(Finding::id).toList();
    }

    /** Gives all findings, as a person reads them. */
    public String allFindings() {
        return synthesis.findings().stream().map(FindingText::of).collect(Collectors.joining("\n\n"));
    }

    /** Gives the verdicts, one resource a line. */
    public String verdicts() {
        return output().portability().entrySet().stream()
                .map(it -> it.getKey() + ": " + words(it.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String words(Portability verdict) {
        String word = verdict.verdict().name().toLowerCase(java.util.Locale.ROOT);
        return word
                + (verdict.how().isEmpty() ? "" : ": " + verdict.how())
                + (verdict.wayOut().isEmpty() ? "" : "; way out: " + verdict.wayOut());
    }
}
