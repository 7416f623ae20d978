package dev.davit;

/** Stands in for the real one until it is merged into the SDK. */
public interface Definition {
    void define(Infra infra);
}
