package dev.davit.cli;

import dev.davit.target.Target;
import java.util.List;
import java.util.ServiceLoader;

/** Tell which targets are on the class path. */
public final class Installed {
    private Installed() {}

    public static List<String> targets() {
        return ServiceLoader.load(Target.class).stream()
                .map(it -> it.get().name())
                .toList();
    }
}
