package dev.davit.document;

/** Say that a raw override does not fit the tree: the user's line, the edit, why, and what to do. */
public final class EditException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Edit edit;
    private final String why;
    private final String fix;

    EditException(Edit edit, String why, String fix) {
        super(edit.why().at() + ": " + edit + ": " + why + "; " + fix);
        this.edit = edit;
        this.why = why;
        this.fix = fix;
    }

    /** Give the reason. */
    public String why() {
        return why;
    }

    /** Say what to do. */
    public String fix() {
        return fix;
    }

    /** Give the edit that does not fit. */
    public Edit edit() {
        return edit;
    }
}
