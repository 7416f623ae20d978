package dev.davit.apply;

import java.nio.file.Path;

/** Report that the journal cannot be written or read, so that nothing may be begun. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String where;
    private final String next;

    JournalException(String what, Path where, String next, Throwable cause) {
        super(what, cause);
        this.where = where.toString();
        this.next = next;
    }

    /** Name the file. */
    public String where() {
        return where;
    }

    /** Say what to do about it. */
    public String next() {
        return next;
    }
}
