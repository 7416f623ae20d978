package dev.davit.target;

import dev.davit.Evaluation;
import dev.davit.check.Checker;
import dev.davit.check.Finding;
import dev.davit.check.Rule;
import dev.davit.model.Assembly;
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
    private final Keep keep;

    /** What is wanted of a synthesis. */
    enum Keep {
        ALL,
        OBJECTS,
        FILES
    }

    /**
     * Make a synthesizer.
     *
     * @param targets the targets to write for
     * @param rules the rules to check with, besides the definition's own
     * @param today the day on which acknowledgements are looked at; it decides findings, never files
     */
    public Synthesizer(List<Target> targets, List<Rule> rules, LocalDate today) {
        this(targets, rules, today, Set.of(), Keep.ALL);
    }

    private Synthesizer(List<Target> targets, List<Rule> rules, LocalDate today, Set<String> otherIds, Keep keep) {
        this.targets = List.copyOf(targets);
        this.rules = List.copyOf(rules);
        this.today = today;
        this.otherIds = Set.copyOf(otherIds);
        this.keep = keep;
    }

    /**
     * Know the ids of findings that other targets report: a definition for two targets may accept what only the other one finds,
     * and is right to.
     */
    public Synthesizer knowing(Set<String> ids) {
        return new Synthesizer(targets, rules, today, ids, keep);
    }

    /**
     * Make no text of files, which is nearly half of the work: for who sends the objects or asks for findings. The findings are the same:
     * what could not be written is refused all the same.
     */
    public Synthesizer withoutFiles() {
        return new Synthesizer(targets, rules, today, otherIds, Keep.OBJECTS);
    }

    /** Let the objects go once their files are written, which is half of the memory: for who needs the files alone. */
    public Synthesizer withoutObjects() {
        return new Synthesizer(targets, rules, today, otherIds, Keep.FILES);
    }

    /** Synthesize with the images that builds have made. */
    public Synthesis synthesize(Evaluation evaluation, Images images) {
        Assembly assembly = evaluation.assembly();
        Optional<Aside<AssemblyJson>> described = keep == Keep.OBJECTS
                ? Optional.empty()
                : Optional.of(Aside.start("davit-describe", () -> new AssemblyJson(assembly)));
        Checker checker = checker(evaluation);
        List<Finding> findings = new ArrayList<>(checker.check(assembly));
        List<TargetRun> runs = assembly.problems().isEmpty()
                ? targets.parallelStream()
                        .map(it -> TargetRun.start(it, assembly, images))
                        .toList()
                : List.of();
        // One after another: rules may be the user's, who need not know of threads.
        runs.forEach(it -> it.check(checker));
        List<TargetOutput> outputs =
                runs.parallelStream().map(it -> it.finish(keep)).toList();
        runs.forEach(it -> findings.addAll(it.findings()));
        List<Finding> settled = checker.settle(assembly, findings);
        List<Artifact> artifacts = new ArrayList<>();
        described.ifPresent(it -> artifacts.add(it.get().finish(settled, outputs)));
        outputs.forEach(it -> artifacts.addAll(it.artifacts()));
        return new Synthesis(assembly, settled, outputs, artifacts);
    }

    private Checker checker(Evaluation evaluation) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(evaluation.rules());
        Set<String> others = new HashSet<>(otherIds);
        targets.forEach(target -> others.addAll(target.findingIds()));
        return new Checker(all, today, others);
    }
}
