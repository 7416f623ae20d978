package dev.davit.target;

import java.util.List;

/**
 * Hold what one reading of logs gave.
 *
 * @param lines the lines, oldest first
 * @param troubles what could not be read and why, one line each; each is told once
 * @param more whether lines that were written already wait to be read
 */
public record LogPage(List<LogLine> lines, List<String> troubles, boolean more) {
    public LogPage {
        lines = List.copyOf(lines);
        troubles = List.copyOf(troubles);
    }
}
