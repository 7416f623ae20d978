package dev.davit.importing;

/** Say that a file cannot be imported: what, where, why and what to do. */
public final class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String where;
    private final String why;
    private final String fix;

    /** Say it. */
    public ImportException(String what, String where, String why, String fix) {
        super(where + ": " + what + ": " + why + "; " + fix);
        this.what = what;
        this.where = where;
        this.why = why;
        this.fix = fix;
    }

    /** Give what is wrong. */
    public String what() {
        return what;
    }

    /** Give the place: file, line and column. */
    public String where() {
        return where;
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
