package dev.davit.apply;

/**
 * Name a right that is missing.
 *
 * @param verb the verb: {@code delete}
 * @param kind the kind: {@code Secret}
 * @param scope the namespace; empty for the whole cluster
 */
public record Refusal(String verb, String kind, String scope) {}
