package dev.davit;

/** Stands in for the real one until it is merged into the SDK. */
public final class Infra {}
