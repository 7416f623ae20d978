package dev.davit.target;

import dev.davit.schema.Violation;
import java.util.List;

/**
 * Hold what a platform says of a file.
 *
 * @param violations what is wrong, with lines of the file as origins; empty if it would take the file
 * @param outlook what it would make of the file, in words: {@code 2 services, 1 database}; empty if it does not say
 */
public record Validation(List<Violation> violations, String outlook) {
    public Validation {
        violations = List.copyOf(violations);
    }
}
