package dev.davit.render.api;

/** Report that a call may have been carried out, and its answer was lost. */
public final class AnswerLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Name the call and what was seen instead of an answer. */
    public AnswerLostException(String call, Throwable cause) {
        super(call + ": no answer came back", cause);
    }
}
