package dev.davit.importing;

import dev.davit.check.Finding;
import dev.davit.check.Severity;
import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Say what an import made of something that it could not take over as it stands.
 *
 * @param kind what it did
 * @param file the file, as messages name it
 * @param line the line of the file, from 1
 * @param column the column of the file, from 1
 * @param path where, as the importer names places: {@code service web/envVars/TOKEN}
 * @param what what it found
 * @param why why it did so
 */
public record Decision(Kind kind, String file, int line, int column, String path, String what, String why) {
    /** Name what an import does. */
    public enum Kind {
        /** Took over what the platform's schema refuses. */
        INVALID,
        /** Wrote an old spelling in today's words; it means the same. */
        RENAMED,
        /** Took what Render's schema refuses for what it most likely means. */
        UNDERSTOOD,
        /** Took a value out that is a secret, so that the platform asks for it. */
        SECRET,
        /** Took over as a raw edit or a raw object what no typed call says. */
        RAW,
        /** Left out what a definition cannot hold or is not to. */
        LEFT_OUT;

        /** Write it as one lower-case word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Write it as a finding of a check; empty for a raw edit, since the schema says what is wrong there. */
    public Optional<Finding> finding(String target) {
        Origin place = new Origin(Origin.Kind.FILE, path, SourceLocation.inFile(file, line));
        return switch (kind) {
            case RENAMED ->
                Optional.of(finding(
                        "BLU001",
                        Severity.INFO,
                        "the platform may stop to take it",
                        "davit fmt writes it in today's words",
                        target,
                        place));
            case UNDERSTOOD, LEFT_OUT ->
                Optional.of(finding(
                        "BLU002",
                        Severity.WARNING,
                        "the platform refuses the file, or passes over what it does not know",
                        "correct the line",
                        target,
                        place));
            case SECRET ->
                Optional.of(finding(
                        "SEC001",
                        Severity.ERROR,
                        "whoever reads the file or its history can use it",
                        "take it back where it was issued, and let the platform ask for the new one",
                        target,
                        place));
            case INVALID ->
                Optional.of(finding(
                        "SCH001",
                        Severity.ERROR,
                        "the platform checks against the same schema",
                        "correct the line, unless the platform is newer than the schema",
                        target,
                        place));
            case RAW -> Optional.empty();
        };
    }

    private Finding finding(String id, Severity severity, String unless, String fix, String target, Origin place) {
        return new Finding(
                id,
                severity,
                what,
                why + "; " + unless,
                fix,
                Optional.of(target),
                Optional.empty(),
                List.of(place),
                Optional.empty());
    }

    /** Say whether the Java says something else than the file, on purpose. */
    public boolean changes() {
        return kind == Kind.UNDERSTOOD || kind == Kind.SECRET || kind == Kind.LEFT_OUT;
    }
}
