package dev.davit.importing;

import dev.davit.Definition;
import dev.davit.source.DefinitionSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * Hold what came of an import.
 *
 * @param source the definition
 * @param decisions what was made of what could not be taken over as it stands, by line
 * @param proof what came of running the definition
 * @param values how many values the file has
 * @param raw how many of them became raw edits
 * @param definition the definition, compiled
 * @param lines the line of the file for lines of the source that stand for one
 */
public record Imported(
        DefinitionSource source,
        List<Decision> decisions,
        Proof proof,
        int values,
        int raw,
        Definition definition,
        SortedMap<Integer, Integer> lines) {
    public Imported {
        decisions = List.copyOf(decisions);
    }

    /** Give the line of the file that a line of the source stands for: its own, or that of the last call before it that has one. */
    public OptionalInt lineOf(int sourceLine) {
        SortedMap<Integer, Integer> before = lines.headMap(sourceLine + 1);
        return before.isEmpty() ? OptionalInt.empty() : OptionalInt.of(before.get(before.lastKey()));
    }
}
