package dev.davit.render.importing;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.document.DocumentReader;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import dev.davit.importing.Decision;
import dev.davit.importing.DefinitionCompiler;
import dev.davit.importing.ImportException;
import dev.davit.importing.Imported;
import dev.davit.importing.Proof;
import dev.davit.importing.Proof.Difference;
import dev.davit.model.Problem;
import dev.davit.render.BlueprintTarget;
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

/**
 * Writes a definition, runs it and compares.
 *
 * <p>Which values a typed call refuses only the call knows. It shows when the definition runs: then the value becomes a raw edit,
 * and all is written again. To know it beforehand would take the rules of every builder a second time.
 */
final class ImportRun {
    private static final int MOST_ROUNDS = 8;
    private static final int MOST_VALUES = 30_000;

    private final BlueprintFile file;
    private final Optional<String> packageName;
    private final String className;
    private final List<Decision> before;
    private final String binaryName;
    private final Map<String, Map<String, String>> refused = new HashMap<>();

    /** @param before what was decided on the way to the file */
    ImportRun(BlueprintFile file, Optional<String> packageName, String className, List<Decision> before) {
        this.before = before;
        this.file = file;
        this.packageName = packageName;
        this.className = className;
        this.binaryName = packageName.map(it -> it + ".").orElse("") + className;
    }

    Imported run() {
        Reading reading = Reading.of(file);
        requireFit(reading.values());
        for (int round = 1; ; round++) {
            DefinitionWriter writer = new DefinitionWriter(reading, refused);
            DefinitionSource source = writer.write(packageName, className);
            List<Difference> differences = new ArrayList<>();
            Definition definition = DefinitionCompiler.compile(binaryName, source.text(), file.name());
            boolean again = refuses(reading, writer, source, definition, differences);
            if (!again || round == MOST_ROUNDS) {
                List<Decision> decisions = new ArrayList<>(before);
                decisions.addAll(writer.decisions());
                decisions.sort(Comparator.comparingInt(Decision::line));
                return new Imported(
                        source,
                        decisions,
                        Proof.of(differences),
                        reading.values(),
                        writer.raw(),
                        definition,
                        writer.lines(source));
            }
        }
    }

    /** Far more than any method holds, and less than what fills the memory on the way to find that out. */
    private void requireFit(int values) {
        if (values > MOST_VALUES) {
            throw new ImportException(
                    "the file is too large for one definition",
                    file.name(),
                    "it has " + values + " values, and a method of Java has room for about a tenth of that",
                    "split the file, for example by projects, and import each part");
        }
    }

    /** Runs the definition; says whether something of it was refused that was not refused before. */
    private boolean refuses(
            Reading reading,
            DefinitionWriter writer,
            DefinitionSource source,
            Definition definition,
            List<Difference> differences) {
        Evaluation evaluation;
        try {
            evaluation = Evaluation.of(definition, "prod");
        } catch (IllegalArgumentException e) {
            if (refuse(source, line(e), e.getMessage())) {
                return true;
            }
            throw e;
        }
        boolean again = false;
        for (Problem problem : evaluation.assembly().problems()) {
            again |= refuse(problem, source);
        }
        if (again) {
            return true;
        }
        differences.addAll(
                Proof.differences(reading.meaning(), Meaning.of(synthesize(evaluation)), writer.decisions()));
        for (Difference difference : differences) {
            again |= difference.why().isEmpty()
                    && writer.pointer(difference.path())
                            .filter(it -> refuse(it.item(), it.pointer(), "no typed call says just this"))
                            .isPresent();
        }
        return again;
    }

    private int line(Throwable e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().equals(binaryName)) {
                return frame.getLineNumber();
            }
        }
        return 0;
    }

    private boolean refuse(Problem problem, DefinitionSource source) {
        boolean again = false;
        for (Origin origin : problem.origins()) {
            again |= refuse(source, origin.location().map(SourceLocation::line).orElse(0), problem.what());
        }
        return again;
    }

    /** Refuses what the calls on a line say. */
    private boolean refuse(DefinitionSource source, int line, String why) {
        boolean again = false;
        for (String mark : source.marks().getOrDefault(line, List.of())) {
            ItemPointer place = ItemPointer.ofMark(mark);
            again |= !place.pointer().isEmpty() && refuse(place.item(), place.pointer(), why);
        }
        return again;
    }

    private boolean refuse(String item, String pointer, String why) {
        return refused.computeIfAbsent(item, it -> new HashMap<>()).putIfAbsent(pointer, why) == null;
    }

    private static MapNode synthesize(Evaluation evaluation) {
        Synthesis synthesis = new Synthesizer(List.of(new BlueprintTarget()), List.of(), LocalDate.EPOCH)
                .synthesize(evaluation, Images.NONE);
        return synthesis.targets().stream()
                .flatMap(it -> it.artifacts().stream())
                .findFirst()
                .map(it ->
                        (MapNode) DocumentReader.read("render.yaml", it.text()).get(0))
                .orElse(new MapNode(null));
    }
}
