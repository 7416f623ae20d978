package dev.davit.importing;

import java.util.List;

/**
 * Hold a file in the platform's words of today.
 *
 * @param text the file's text; all that was not to be changed stands as it stood
 * @param changed what was written anew, by the line where it stood
 * @param left what is old and was left, since no line could be changed without changing what the file says
 */
public record Formatted(String text, List<Decision> changed, List<Decision> left) {
    public Formatted {
        changed = List.copyOf(changed);
        left = List.copyOf(left);
    }
}
