package dev.davit.k8s.cluster;

/**
 * Hold one reason of a refusal, as {@code status.details.causes} of the API has it.
 *
 * @param reason the word: {@code FieldManagerConflict}, {@code FieldValueInvalid}
 * @param message the text
 * @param field the field; empty where none is named
 */
public record Cause(String reason, String message, String field) {}
