package dev.davit.bench;

import dev.davit.Evaluation;
import dev.davit.check.Checker;
import dev.davit.check.Rule;
import dev.davit.k8s.KubernetesTarget;
import dev.davit.target.Images;
import dev.davit.target.Scope;
import dev.davit.target.Synthesis;
import dev.davit.target.Synthesized;
import dev.davit.target.Synthesizer;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/** Measure the way from a model to Kubernetes objects and their files. */
public class SynthBenchmark extends Measured {
    private final KubernetesTarget target = new KubernetesTarget();
    private final List<Rule> rules = Checker.installed(Rule.class.getClassLoader());
    private final Evaluation evaluation = Services.evaluated(Services.VERSION);

    /** Make the objects, and nothing else. */
    @Benchmark
    public Synthesized objects() {
        return target.synthesize(Scope.of(evaluation.assembly(), target.name(), Images.NONE), finding -> {});
    }

    /** Make the objects, look at them with all rules and the API server's schema, and write them as text: all that synth does but files. */
    @Benchmark
    public Synthesis checkedText() {
        return new Synthesizer(List.of(target), rules, Services.TODAY).synthesize(evaluation, Images.NONE);
    }
}
