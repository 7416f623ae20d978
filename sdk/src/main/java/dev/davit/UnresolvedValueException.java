package dev.davit;

import dev.davit.document.SourceLocation;

/** Refuse to make text of what has none at synth. */
public final class UnresolvedValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnresolvedValueException(String value, SourceLocation at) {
        super(value + " has no text at synth, asked for at " + at
                + ": pass it as it is, or join it with Value.text(...)");
    }
}
