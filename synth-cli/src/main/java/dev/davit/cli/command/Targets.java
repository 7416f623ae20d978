package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.model.Assembly;
import dev.davit.schema.Nearest;
import dev.davit.target.LiveTarget;
import dev.davit.target.Target;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the targets on the class path and picks those that a run is for. */
record Targets(List<Target> installed) {
    private static final String ALL = "all";

    static Targets onClassPath() {
        return new Targets(ServiceLoader.load(Target.class, Target.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Target::name).reversed())
                .toList());
    }

    List<String> names() {
        return installed.stream().map(Target::name).toList();
    }

    /** Gives the ids of all targets' findings: an acknowledgement of one is no slip on a run for another target. */
    Set<String> findingIds() {
        return installed.stream().flatMap(it -> it.findingIds().stream()).collect(Collectors.toSet());
    }

    /** Refuses a name that no target has; null is none. */
    Targets require(String name) {
        if (name == null || name.equals(ALL) || names().contains(name)) {
            return this;
        }
        throw new Failure(
                ExitCode.USAGE,
                "there is no target " + name,
                "--target",
                "there are " + String.join(", ", names()) + " and all",
                Nearest.to(name, names())
                        .map(meant -> "did you mean " + meant + "?")
                        .orElse("name one of them"));
    }

    /** Gives the targets that can be asked what is live, and be told to change it. */
    List<LiveTarget> live() {
        return installed.stream()
                .filter(LiveTarget.class::isInstance)
                .map(LiveTarget.class::cast)
                .toList();
    }

    /** Takes the one that is named, else those where the definition places something, else all. */
    List<Target> pick(String name, Assembly assembly) {
        List<String> placed =
                assembly.placements().stream().map(it -> it.target()).toList();
        return installed.stream()
                .filter(it -> name == null
                        ? placed.isEmpty() || placed.contains(it.name())
                        : name.equals(ALL) || name.equals(it.name()))
                .toList();
    }
}
