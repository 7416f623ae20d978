package dev.davit.k8s.importing;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import dev.davit.importing.Decision;
import dev.davit.importing.DefinitionCompiler;
import dev.davit.importing.Imported;
import dev.davit.importing.Proof;
import dev.davit.k8s.KubernetesTarget;
import dev.davit.schema.Violation;
import dev.davit.source.DefinitionSource;
import dev.davit.target.Images;
import dev.davit.target.Synthesis;
import dev.davit.target.Synthesizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a definition, runs it and compares what comes of it with the objects. */
final class ImportRun {
    private final Bundle bundle;

    ImportRun(Bundle bundle) {
        this.bundle = bundle;
    }

    Imported run(Optional<String> packageName, String className) {
        bundle.requireFit();
        List<Decision> decisions = new ArrayList<>(bundle.decisions());
        KubernetesTarget target = new KubernetesTarget();
        bundle.items().forEach(it -> invalid(target, it, decisions));
        SecretsOut secretsOut = new SecretsOut(bundle, decisions);
        Bundle safe = bundle.with(bundle.items().stream()
                .flatMap(it -> secretsOut.of(it).stream())
                .toList());
        Guess guess = new Guessing(safe, className, DefinitionWriter::names).run();
        DefinitionWriter writer = new DefinitionWriter(safe, guess);
        DefinitionSource source = writer.write(packageName, className, secretsOut.secrets());
        decisions.addAll(writer.decisions());
        decisions.sort(Comparator.comparing(Decision::file).thenComparingInt(Decision::line));
        Definition definition = DefinitionCompiler.compile(
                packageName.map(it -> it + ".").orElse("") + className, source.text(), bundle.name());
        Synthesis synthesis = synthesized(target, Evaluation.of(definition, "prod"));
        return new Imported(
                source,
                decisions,
                Proof.of(Proof.differences(meaning(), meaning(synthesis), decisions)),
                bundle.values(),
                writer.raw(),
                definition,
                lines(source, guess));
    }

    /** Makes the objects of a definition: no rule and no day decides what they are. */
    static Synthesis synthesized(KubernetesTarget target, Evaluation evaluation) {
        return new Synthesizer(List.of(target), List.of(), LocalDate.EPOCH)
                .withoutFiles()
                .synthesize(evaluation, Images.NONE);
    }

    /** Says what the schema refuses; a kind that it does not hold only a cluster can judge. */
    private static void invalid(KubernetesTarget target, Item item, List<Decision> decisions) {
        for (Violation violation : target.validate(item.tree())) {
            int line = violation
                    .origin()
                    .flatMap(Origin::location)
                    .map(SourceLocation::line)
                    .orElse(item.line());
            decisions.add(new Decision(
                    Decision.Kind.INVALID,
                    item.file(),
                    line,
                    1,
                    item.path() + violation.pointer(),
                    item.path() + violation.pointer() + " " + violation.message(),
                    "the schema of Kubernetes refuses it"));
        }
    }

    private SortedMap<String, String> meaning() {
        Meaning meaning = new Meaning();
        bundle.items().forEach(it -> meaning.add(it.path(), it.isSecret() ? withoutValues(it.tree()) : it.tree()));
        return meaning.values();
    }

    /** Whatever the proof finds, no value of a Secret is in what it says. */
    private static MapNode withoutValues(MapNode secret) {
        MapNode copy = new MapNode(null);
        secret.entries().forEach((key, value) -> {
            boolean values = key.equals("data") || key.equals("stringData");
            copy.put(key, values ? Node.of("(values)", null) : value);
        });
        return copy;
    }

    private SortedMap<String, String> meaning(Synthesis synthesis) {
        Meaning meaning = new Meaning();
        synthesis.targets().stream()
                .flatMap(it -> it.desired().objects().stream())
                .forEach(it -> meaning.add(bundle.path(it.tree()), it.tree()));
        return meaning.values();
    }

    /** Gives the line of the file for each line of the source that stands for one. */
    private SortedMap<Integer, Integer> lines(DefinitionSource source, Guess guess) {
        Map<String, Integer> byMark = new HashMap<>();
        bundle.items().forEach(it -> byMark.put(it.path(), it.line()));
        guess.drafts().forEach(it -> byMark.put(it.mark(), it.item().line()));
        SortedMap<Integer, Integer> lines = new TreeMap<>();
        source.marks()
                .forEach((line, marks) -> marks.stream()
                        .filter(byMark::containsKey)
                        .findFirst()
                        .ifPresent(it -> lines.put(line, byMark.get(it))));
        return lines;
    }
}
