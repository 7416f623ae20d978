package dev.davit.cli;

import java.util.Locale;
import java.util.Map;

/** Say when output is coloured. */
public enum ColorMode {
    /** Where a person is likely to look at it: at a terminal, unless the environment says otherwise. */
    AUTO,
    /** In every case. */
    ALWAYS,
    /** In no case. */
    NEVER;

    /**
     * Decide for one stream.
     *
     * <p>An empty {@code NO_COLOR} counts as not set (no-color.org), which Picocli's own check sees differently; it wins
     * over the variables that force colour.
     */
    boolean decide(Map<String, String> environment, boolean atTerminal) {
        if (this != AUTO) {
            return this == ALWAYS;
        }
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        if (forces(environment, "FORCE_COLOR") || forces(environment, "CLICOLOR_FORCE")) {
            return true;
        }
        return atTerminal && !"dumb".equals(environment.get("TERM"));
    }

    private static boolean forces(Map<String, String> environment, String variable) {
        String value = environment.getOrDefault(variable, "");
        return !value.isEmpty() && !value.equals("0");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
