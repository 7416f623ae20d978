package dev.davit.target;

import dev.davit.check.Finding;
import dev.davit.model.Assembly;
import java.util.ArrayList;
import java.util.List;

/**
 * Hold the result of a synth.
 *
 * @param assembly the definition, resolved
 * @param findings what the checks found, worst first
 * @param targets what each target gets; empty where the definition itself is broken
 */
public record Synthesis(Assembly assembly, List<Finding> findings, List<TargetOutput> targets) {
    public Synthesis {
        findings = List.copyOf(findings);
        targets = List.copyOf(targets);
    }

    /** Say whether a finding stops it: then no file may be written. */
    public boolean stopped() {
        return findings.stream().anyMatch(Finding::stops);
    }

    /** Give all files: {@code assembly.json} and those of each target. */
    public List<Artifact> artifacts() {
        List<Artifact> all = new ArrayList<>();
        all.add(Artifact.of("assembly.json", AssemblyJson.write(this)));
        targets.forEach(target -> all.addAll(target.artifacts()));
        return List.copyOf(all);
    }
}
