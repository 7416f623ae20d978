package dev.davit.cli.command;

import dev.davit.target.Target;
import java.nio.file.Path;
import java.util.Locale;

/** Names the sandbox of a target. */
final class SandboxFile {
    private SandboxFile() {}

    /** Gives its file: below the current folder, so that a stack is found by its name alone, too. */
    static Path of(Target target) {
        return Path.of(".davit", target.name() + "-sandbox.json");
    }

    /** Gives what it stands for, as people write it: {@code Render}. */
    static String platform(Target target) {
        return target.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + target.name().substring(1);
    }
}
