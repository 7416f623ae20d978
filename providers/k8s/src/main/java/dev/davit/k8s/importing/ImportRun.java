package dev.davit.k8s.importing;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.importing.DefinitionCompiler;
import dev.davit.importing.Imported;
import dev.davit.importing.Proof;
import dev.davit.k8s.KubernetesTarget;
import dev.davit.source.DefinitionSource;
import dev.davit.target.Images;
import dev.davit.target.Synthesis;
import dev.davit.target.Synthesizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a definition, runs it and compares what comes of it with the objects. */
final class ImportRun {
    private static final int MOST_VALUES = 20_000;

    private final Bundle bundle;
    private final Scopes scopes;

    ImportRun(Bundle bundle, Scopes scopes) {
        this.bundle = bundle;
        this.scopes = scopes;
    }

    Imported run(Optional<String> packageName, String className) {
        bundle.requireFit(MOST_VALUES);
        DefinitionWriter writer = new DefinitionWriter(bundle, scopes);
        DefinitionSource source = writer.write(packageName, className);
        Definition definition = DefinitionCompiler.compile(
                packageName.map(it -> it + ".").orElse("") + className, source.text(), bundle.name());
        Synthesis synthesis = new Synthesizer(List.of(new KubernetesTarget()), List.of(), LocalDate.EPOCH)
                .withoutFiles()
                .synthesize(Evaluation.of(definition, "prod"), Images.NONE);
        writer.decisions().sort(Comparator.comparingInt(it -> it.line()));
        return new Imported(
                source,
                writer.decisions(),
                Proof.of(Proof.differences(meaning(), meaning(synthesis), writer.decisions())),
                bundle.values(),
                bundle.values(),
                definition,
                lines(source));
    }

    private SortedMap<String, String> meaning() {
        Meaning meaning = new Meaning();
        bundle.items().forEach(it -> meaning.add(it.path(), it.tree()));
        return meaning.values();
    }

    private SortedMap<String, String> meaning(Synthesis synthesis) {
        Meaning meaning = new Meaning();
        synthesis.targets().stream()
                .flatMap(it -> it.desired().objects().stream())
                .forEach(it -> meaning.add(bundle.path(it.tree()), it.tree()));
        return meaning.values();
    }

    private SortedMap<Integer, Integer> lines(DefinitionSource source) {
        SortedMap<Integer, Integer> lines = new TreeMap<>();
        source.marks()
                .forEach((line, marks) -> bundle.items().stream()
                        .filter(it -> marks.contains(it.path()))
                        .findFirst()
                        .ifPresent(it -> lines.put(line, it.line())));
        return lines;
    }
}
