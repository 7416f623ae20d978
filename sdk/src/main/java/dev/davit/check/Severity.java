package dev.davit.check;

/** Order findings, worst first. */
public enum Severity {
    /** Synth writes nothing. */
    ERROR,
    /** Synth goes on. */
    WARNING,
    /** Worth knowing. */
    INFO;

    /** Write it as messages do: {@code error}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
