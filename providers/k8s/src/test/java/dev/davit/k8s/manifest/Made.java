package dev.davit.k8s.manifest;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.Infra;
import dev.davit.check.Finding;
import dev.davit.document.MapNode;
import dev.davit.document.Yaml;
import dev.davit.k8s.KubernetesTarget;
import dev.davit.model.Assembly;
import dev.davit.model.DesiredObject;
import dev.davit.model.ResourceKey;
import dev.davit.target.Images;
import dev.davit.target.OutputFile;
import dev.davit.target.Portability;
import dev.davit.target.Scope;
import dev.davit.target.Synthesized;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Holds what the target made of a definition, for tests to look into. */
final class Made {
    final Assembly assembly;
    final Synthesized synthesized;
    final List<Finding> findings = new ArrayList<>();

    private Made(Definition definition, Images images) {
        assembly = Evaluation.of(definition, "prod").assembly();
        if (!assembly.problems().isEmpty()) {
            throw new AssertionError("the test's definition is broken: " + assembly.problems());
        }
        synthesized = new KubernetesTarget().synthesize(Scope.of(assembly, "kubernetes", images), findings::add);
    }

    static Made of(Consumer<Infra> definition) {
        return of(new Stacked(definition), Images.NONE);
    }

    static Made of(Definition definition, Images images) {
        return new Made(definition, images);
    }

    private record Stacked(Consumer<Infra> body) implements Definition {
        @Override
        public void define(Infra infra) {
            body.accept(infra);
        }
    }

    MapNode object(String kind, String name) {
        return synthesized.objects().stream()
                .filter(it -> it.kind().equals(kind) && it.name().equals(name))
                .map(DesiredObject::tree)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + "/" + name + " in " + addresses()));
    }

    List<String> addresses() {
        return synthesized.objects().stream().map(DesiredObject::address).toList();
    }

    /** Writes what is at a path of slashes as YAML. */
    String yaml(String kind, String name, String path) {
        dev.davit.document.Node node = object(kind, name);
        for (String step : path.split("/")) {
            node = node instanceof dev.davit.document.ListNode list
                    ? list.get(Integer.parseInt(step))
                    : ((MapNode) node).get(step).orElseThrow(() -> new AssertionError("no " + step + " in " + path));
        }
        if (node instanceof MapNode map) {
            return Yaml.write(List.of(map), List.of());
        }
        return Yaml.write(List.of(new MapNode(null).put("it", node)), List.of());
    }

    List<String> findingIds() {
        return findings.stream().map(it -> it.severity().word() + " " + it.id()).toList();
    }

    Portability verdict(dev.davit.model.Kind kind, String id) {
        return synthesized.portability().get(new ResourceKey(kind, id));
    }

    /** Gives all files as they would be written. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (OutputFile file : synthesized.files()) {
            files.put(
                    file.path(),
                    file instanceof OutputFile.Yaml yaml
                            ? Yaml.write(yaml.documents(), yaml.header())
                            : ((OutputFile.Text) file).text());
        }
        return files;
    }
}
