package dev.davit.target;

import dev.davit.check.Checker;
import dev.davit.check.Finding;
import dev.davit.check.Report;
import dev.davit.check.Severity;
import dev.davit.document.DocumentException;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.document.Yaml;
import dev.davit.model.Assembly;
import dev.davit.model.Desired;
import dev.davit.model.ResourceKey;
import dev.davit.schema.Violation;
import dev.davit.target.Synthesizer.Keep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Does for one target what {@link Synthesizer} has done for each; several may run side by side. */
final class TargetRun {
    private final Target target;
    private final List<Finding> findings = new ArrayList<>();
    private Synthesized made;
    private Desired desired;

    private TargetRun(Target target) {
        this.target = target;
    }

    /** Makes the objects, with raw edits in. */
    static TargetRun start(Target target, Assembly assembly, Images images) {
        TargetRun run = new TargetRun(target);
        Scope scope = Scope.of(assembly, target.name(), images);
        run.made = target.synthesize(scope, run.findings::add);
        new RawEdits(target.name(), run.made.objects(), run.findings::add)
                .apply(scope.placement().rawEdits());
        run.desired = new Desired(target.name(), assembly, scope.placement(), scope.placed(), run.made.objects());
        return run;
    }

    void check(Checker checker) {
        findings.addAll(checker.check(desired));
    }

    /**
     * Checks the files against the schema, and writes them; no file knows of another. Where files alone are wanted, each tree is let go
     * as its file is written: all files and all trees at once would be the most memory that a run takes.
     */
    TargetOutput finish(Keep keep) {
        OutputFile[] files = made.files().toArray(OutputFile[]::new);
        Map<ResourceKey, Portability> portability = made.portability();
        made = null;
        if (keep == Keep.FILES) {
            desired = desired.withoutObjects();
        }
        List<Checked> checked = IntStream.range(0, files.length)
                .parallel()
                .mapToObj(number -> {
                    OutputFile file = files[number];
                    files[number] = null;
                    return checked(file, keep);
                })
                .toList();
        checked.forEach(it -> findings.addAll(it.findings()));
        List<Artifact> artifacts =
                checked.stream().flatMap(it -> it.artifact().stream()).toList();
        return new TargetOutput(desired, portability, artifacts);
    }

    /** Gives what was found so far. */
    List<Finding> findings() {
        return findings;
    }

    private record Checked(Optional<Artifact> artifact, List<Finding> findings) {}

    private Checked checked(OutputFile file, Keep keep) {
        List<Finding> findings = new ArrayList<>();
        try {
            Optional<String> text = text(file, keep, findings);
            return new Checked(text.map(it -> Artifact.of(target.name() + "/" + file.path(), it)), findings);
        } catch (DocumentException e) {
            unwritable(file, e, findings);
            return new Checked(Optional.empty(), findings);
        }
    }

    private Optional<String> text(OutputFile file, Keep keep, List<Finding> findings) {
        if (file instanceof OutputFile.Text text) {
            return keep == Keep.OBJECTS ? Optional.empty() : Optional.of(text.text());
        }
        OutputFile.Yaml yaml = (OutputFile.Yaml) file;
        for (MapNode document : yaml.documents()) {
            target.validate(document).forEach(violation -> report(yaml, violation, findings));
        }
        if (keep == Keep.OBJECTS) {
            Yaml.requireWritable(yaml.documents());
            return Optional.empty();
        }
        return Optional.of(Yaml.write(yaml.documents(), yaml.header()));
    }

    private void unwritable(OutputFile file, DocumentException why, List<Finding> findings) {
        new Report("SCH003", Severity.ERROR, target.name(), findings::add)
                .add(
                        file.path() + " cannot be written",
                        why.getMessage(),
                        "correct the text or the raw edit that put it there");
    }

    /** A raw edit may know a field that the schema does not yet: it warns. All else is stopped before a byte is written. */
    private void report(OutputFile.Yaml file, Violation violation, List<Finding> findings) {
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
