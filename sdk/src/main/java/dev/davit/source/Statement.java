package dev.davit.source;

import java.util.List;
import java.util.Optional;

/**
 * Hold a statement: a variable with its value, or a call.
 *
 * @param variable the variable's name; empty for a call alone
 * @param code its value
 * @param comments lines of comment before it, without {@code //}
 * @param apart whether an empty line comes before it
 */
public record Statement(Optional<String> variable, Code code, List<String> comments, boolean apart) {
    public Statement {
        comments = List.copyOf(comments);
    }
}
