package dev.davit.target;

import dev.davit.Evaluation;
import dev.davit.check.Checker;
import dev.davit.check.Finding;
import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.document.DocumentException;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.document.Yaml;
import dev.davit.model.Assembly;
import dev.davit.model.Desired;
import dev.davit.schema.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turn a definition into files: synthesize, edit raw, check, write as text. Pure: what it gives depends on its arguments alone.
 *
 * <p>All checks run even when one of them fails, so that one run reports everything; only a definition that is broken in itself
 * ends before any target sees it.
 */
public final class Synthesizer {
    private final List<Target> targets;
    private final List<Rule> rules;
    private final LocalDate today;
    private final Set<String> otherIds;
    private final boolean writes;

    /**
     * Make a synthesizer.
     *
     * @param targets the targets to write for
     * @param rules the rules to check with, besides the definition's own
     * @param today the day on which acknowledgements are looked at; it decides findings, never files
     */
    public Synthesizer(List<Target> targets, List<Rule> rules, LocalDate today) {
        this(targets, rules, today, Set.of(), true);
    }

    private Synthesizer(List<Target> targets, List<Rule> rules, LocalDate today, Set<String> otherIds, boolean writes) {
        this.targets = List.copyOf(targets);
        this.rules = List.copyOf(rules);
        this.today = today;
        this.otherIds = Set.copyOf(otherIds);
        this.writes = writes;
    }

    /**
     * Know the ids of findings that other targets report: a definition for two targets may accept what only the other one finds,
     * and is right to.
     */
    public Synthesizer knowing(Set<String> ids) {
        return new Synthesizer(targets, rules, today, ids, writes);
    }

    /**
     * Make no text of files, which is nearly half of the work: for who sends the objects or asks for findings. The findings are the same:
     * what could not be written is refused all the same.
     */
    public Synthesizer withoutFiles() {
        return new Synthesizer(targets, rules, today, otherIds, false);
    }

    /** Synthesize with the images that builds have made. */
    public Synthesis synthesize(Evaluation evaluation, Images images) {
        Assembly assembly = evaluation.assembly();
        Checker checker = checker(evaluation);
        List<Finding> findings = new ArrayList<>(checker.check(assembly));
        List<TargetOutput> outputs = new ArrayList<>();
        if (assembly.problems().isEmpty()) {
            targets.forEach(target -> outputs.add(output(target, assembly, images, checker, findings)));
        }
        return new Synthesis(assembly, checker.settle(assembly, findings), outputs);
    }

    private Checker checker(Evaluation evaluation) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(evaluation.rules());
        Set<String> others = new HashSet<>(otherIds);
        targets.forEach(target -> others.addAll(target.findingIds()));
        return new Checker(all, today, others);
    }

    private TargetOutput output(
            Target target, Assembly assembly, Images images, Checker checker, List<Finding> findings) {
        Scope scope = Scope.of(assembly, target.name(), images);
        Synthesized made = target.synthesize(scope, findings::add);
        new RawEdits(target.name(), made.objects(), findings::add)
                .apply(scope.placement().rawEdits());
        Desired desired = new Desired(target.name(), assembly, scope.placement(), scope.placed(), made.objects());
        findings.addAll(checker.check(desired));
        // Rules are done with the trees, and no file knows of another: they are checked and written side by side.
        List<Checked> checked =
                made.files().parallelStream().map(file -> checked(target, file)).toList();
        checked.forEach(it -> findings.addAll(it.findings()));
        List<Artifact> artifacts =
                checked.stream().flatMap(it -> it.artifact().stream()).toList();
        return new TargetOutput(desired, made.portability(), artifacts);
    }

    private record Checked(Optional<Artifact> artifact, List<Finding> findings) {}

    private Checked checked(Target target, OutputFile file) {
        List<Finding> findings = new ArrayList<>();
        try {
            Optional<String> text = text(target, file, findings);
            return new Checked(text.map(it -> Artifact.of(target.name() + "/" + file.path(), it)), findings);
        } catch (DocumentException e) {
            unwritable(target, file, e, findings);
            return new Checked(Optional.empty(), findings);
        }
    }

    private Optional<String> text(Target target, OutputFile file, List<Finding> findings) {
        if (file instanceof OutputFile.Text text) {
            return writes ? Optional.of(text.text()) : Optional.empty();
        }
        OutputFile.Yaml yaml = (OutputFile.Yaml) file;
        for (MapNode document : yaml.documents()) {
            target.validate(document).forEach(violation -> report(target, yaml, violation, findings));
        }
        if (writes) {
            return Optional.of(Yaml.write(yaml.documents(), yaml.header()));
        }
        Yaml.requireWritable(yaml.documents());
        return Optional.empty();
    }

    private static void unwritable(Target target, OutputFile file, DocumentException why, List<Finding> findings) {
        new Report("SCH003", Severity.ERROR, target.name(), findings::add)
                .add(
                        file.path() + " cannot be written",
                        why.getMessage(),
                        "correct the text or the raw edit that put it there");
    }

    /** A raw edit may know a field that the schema does not yet: it warns. All else is stopped before a byte is written. */
    private static void report(Target target, OutputFile.Yaml file, Violation violation, List<Finding> findings) {
        boolean raw =
                violation.origin().filter(it -> it.kind() == Origin.Kind.RAW).isPresent();
        new Report(raw ? "SCH002" : "SCH001", raw ? Severity.WARNING : Severity.ERROR, target.name(), findings::add)
                .add(
                        null,
                        violation.origin().orElse(null),
                        file.path() + " breaks the schema at " + violation.pointer() + ": " + violation.message(),
                        "the platform checks against the same schema and refuses the whole file",
                        raw
                                ? "correct the raw edit, unless the platform is newer than the schema"
                                : "correct the value at the line above; if it is right, this is a bug of Davit's: report it");
    }
}
