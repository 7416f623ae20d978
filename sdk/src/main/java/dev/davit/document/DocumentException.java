package dev.davit.document;

/** Say that a document cannot be read or written: what, where, why and what to do, in one line. */
public final class DocumentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DocumentException(String where, String what, String why, String fix) {
        super(where + ": " + what + ": " + why + "; " + fix);
    }
}
