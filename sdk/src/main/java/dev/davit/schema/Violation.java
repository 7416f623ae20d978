package dev.davit.schema;

import dev.davit.document.Origin;
import java.util.Optional;

/**
 * Say where a document breaks its schema.
 *
 * @param pointer JSON pointer of the node
 * @param message what is wrong with it; never text of the document's own
 * @param origin why the nearest node is there, if that is known
 */
public record Violation(String pointer, String message, Optional<Origin> origin) {}
