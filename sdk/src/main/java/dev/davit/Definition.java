package dev.davit;

/**
 * Describe infrastructure in plain Java. A class that implements this and can be made without arguments is all that
 * {@code davit synth} needs.
 */
public interface Definition {
    /**
     * Add the resources to the infra.
     *
     * @param infra an empty definition for one stage
     */
    void define(Infra infra);
}
