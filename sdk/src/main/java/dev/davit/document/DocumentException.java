package dev.davit.document;

/** Say that a document cannot be read or written: what, where, why and what to do, in one line. */
public final class DocumentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String where;
    private final String what;
    private final String why;
    private final String fix;

    DocumentException(String where, String what, String why, String fix) {
        super(where + ": " + what + ": " + why + "; " + fix);
        this.where = where;
        this.what = what;
        this.why = why;
        this.fix = fix;
    }

    /** Give the place: the file, with line and column where they are known. */
    public String where() {
        return where;
    }

    /** Give what is wrong. */
    public String what() {
        return what;
    }

    /** Give the reason. */
    public String why() {
        return why;
    }

    /** Give what to do next. */
    public String fix() {
        return fix;
    }
}
