package dev.davit.plan;

/** Say how an effect is known. */
public enum Evidence {
    /** The platform computed it, or the plan was checked state by state. */
    PROVEN,
    /** The platform's documentation says so. */
    DOCUMENTED,
    /** Nothing says so; the worse of what is likely. */
    ASSUMED
}
