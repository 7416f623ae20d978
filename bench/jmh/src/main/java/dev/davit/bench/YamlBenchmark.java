package dev.davit.bench;

import dev.davit.document.MapNode;
import dev.davit.document.Yaml;
import dev.davit.model.DesiredObject;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/** Measure the writing of trees as YAML. */
public class YamlBenchmark extends Measured {
    final List<MapNode> deployments = Services.desired(Services.VERSION).objects().stream()
            .filter(it -> it.kind().equals("Deployment"))
            .map(DesiredObject::tree)
            .toList();

    /** Write a hundred Deployments as one text. */
    @Benchmark
    public String write() {
        return Yaml.write(deployments, List.of());
    }
}
