package dev.davit.cli.command;

import dev.davit.check.Finding;
import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import dev.davit.importing.Imported;
import dev.davit.target.Synthesis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Tells what was found in an imported definition of the file that it came from. What breaks the schema the import itself tells, with
 * the file's own places.
 *
 * @param text the lines of the file
 */
record ForeignFindings(String file, List<String> text, String target, Imported imported) {
    Synthesis of(Synthesis synthesis) {
        List<Finding> all = new ArrayList<>();
        imported.decisions().forEach(it -> it.finding(target).ifPresent(all::add));
        synthesis.findings().stream().filter(it -> !it.id().startsWith("SCH")).forEach(it -> all.add(moved(it)));
        all.sort(Comparator.comparing(Finding::severity));
        return new Synthesis(synthesis.assembly(), all, synthesis.targets(), synthesis.artifacts());
    }

    private Finding moved(Finding it) {
        return new Finding(
                it.id(),
                it.severity(),
                it.what(),
                it.why(),
                it.fix(),
                it.target(),
                it.resource(),
                it.origins().stream().map(this::moved).toList(),
                it.acknowledgement());
    }

    /** The value can be a secret. */
    private String key(int line) {
        return line > text.size() ? "" : text.get(line - 1).strip().replaceFirst(":( .*)?$", ":");
    }

    /** The definition was never written, so nobody could find its lines. */
    private Origin moved(Origin origin) {
        OptionalInt line = origin.location().stream()
                .mapToInt(SourceLocation::line)
                .mapToObj(imported::lineOf)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .findFirst();
        return line.isPresent()
                ? new Origin(Origin.Kind.FILE, key(line.getAsInt()), SourceLocation.inFile(file, line.getAsInt()))
                : new Origin(Origin.Kind.FILE, "", SourceLocation.inFile(file, 1));
    }
}
