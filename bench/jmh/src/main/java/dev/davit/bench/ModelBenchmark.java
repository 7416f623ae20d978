package dev.davit.bench;

import dev.davit.model.Assembly;
import org.openjdk.jmh.annotations.Benchmark;

/** Measure the way from a definition to its model. */
public class ModelBenchmark extends Measured {
    /** Run the definition: builders note the line of every call, strict specs are filled, edges are found. */
    @Benchmark
    public Assembly evaluate() {
        return Services.evaluated(Services.VERSION).assembly();
    }
}
