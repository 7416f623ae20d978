package dev.davit.render.sandbox;

import java.time.Duration;

/**
 * Go wrong with one request.
 *
 * @param kind what goes wrong
 * @param status the status of an {@link Kind#ERROR}; 0 else
 * @param delay how long, for {@link Kind#SLOW} (real time) and {@link Kind#LATE_LIST} (the sandbox's time); zero else
 * @param change what another does before an {@link Kind#EXTERNAL_CHANGE}
 */
public record Fault(Kind kind, int status, Duration delay, Change change) {
    /** Name what goes wrong. */
    public enum Kind {
        /** Close the connection and do nothing. */
        CUT_BEFORE,
        /** Do what was asked, then close the connection without an answer. */
        CUT_AFTER,
        /** Answer 429 with {@code Retry-After: 1} and do nothing. */
        TOO_MANY,
        /** Answer an error of the server and do nothing. */
        ERROR,
        /** Answer late. */
        SLOW,
        /** Do what was asked, and break off in the midst of the answer. */
        TRUNCATED,
        /** Do what was asked, and leave what it made out of lists for a while; a list shows what there was a while ago. */
        LATE_LIST,
        /** Let another change something first. */
        EXTERNAL_CHANGE
    }

    /**
     * Hold what another does.
     *
     * @param method the method
     * @param path path and query below the version, such as {@code /services/srv-1}
     * @param body the JSON; empty without one
     */
    public record Change(String method, String path, String body) {
        /** Write it without the body, which may hold a secret. */
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final Change NONE = new Change("", "", "");

    /** Close the connection before anything is done. */
    public static Fault cutBefore() {
        return of(Kind.CUT_BEFORE);
    }

    /** Close the connection when all is done. */
    public static Fault cutAfter() {
        return of(Kind.CUT_AFTER);
    }

    /** Answer that there were too many requests. */
    public static Fault tooMany() {
        return of(Kind.TOO_MANY);
    }

    /** Answer an error of the server, such as 500 or 503. */
    public static Fault error(int status) {
        return new Fault(Kind.ERROR, status, Duration.ZERO, NONE);
    }

    /** Answer late, in real time. */
    public static Fault slow(Duration delay) {
        return new Fault(Kind.SLOW, 0, delay, NONE);
    }

    /** Break off in the midst of the answer. */
    public static Fault truncated() {
        return of(Kind.TRUNCATED);
    }

    /** Leave what is made out of lists for so long in the sandbox's time; a list is itself behind by so much. */
    public static Fault lateList(Duration delay) {
        return new Fault(Kind.LATE_LIST, 0, delay, NONE);
    }

    /** Let another make a request first, with the same rights. */
    public static Fault externalChange(String method, String path, String body) {
        return new Fault(Kind.EXTERNAL_CHANGE, 0, Duration.ZERO, new Change(method, path, body));
    }

    private static Fault of(Kind kind) {
        return new Fault(kind, 0, Duration.ZERO, NONE);
    }
}
