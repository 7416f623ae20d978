package dev.davit.target;

import dev.davit.check.Finding;
import dev.davit.model.Assembly;
import java.util.List;

/**
 * Hold the result of a synth.
 *
 * @param assembly the definition, resolved
 * @param findings what the checks found, worst first
 * @param targets what each target gets; empty where the definition itself is broken
 * @param artifacts all files: {@code assembly.json} and those of each target; empty where none were asked for
 */
public record Synthesis(
        Assembly assembly, List<Finding> findings, List<TargetOutput> targets, List<Artifact> artifacts) {
    public Synthesis {
        findings = List.copyOf(findings);
        targets = List.copyOf(targets);
        artifacts = List.copyOf(artifacts);
    }

    /** Say whether a finding stops it: then no file may be written. */
    public boolean stopped() {
        return findings.stream().anyMatch(Finding::stops);
    }
}
