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

    /**
     * Gives the live target that a run is for: the one that is named, else the only one.
     *
     * @param name null is none
     */
    LiveTarget live(String name) {
        List<LiveTarget> live = live();
        String names = live.stream().map(Target::name).collect(Collectors.joining(", "));
        if (name == null && live.size() == 1) {
            return live.get(0);
        }
        if (name == null || name.equals(ALL)) {
            throw new Failure(
                    ExitCode.USAGE,
                    "this takes one target",
                    "--target",
                    live.isEmpty()
                            ? "none of " + String.join(", ", names()) + " can be read live"
                            : "there are " + names,
                    "name one");
        }
        return live.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow(() -> notLive(name, names));
    }

    private List<LiveTarget> live() {
        return installed.stream()
                .filter(LiveTarget.class::isInstance)
                .map(LiveTarget.class::cast)
                .toList();
    }

    private static Failure notLive(String name, String names) {
        return new Failure(
                ExitCode.USAGE,
                name + " is not live yet: Davit writes its files and reads nothing back",
                "--target " + name,
                names.isEmpty() ? "no target is" : "live is " + names,
                "run davit synth --target " + name + " and apply what it writes as " + name + " takes it");
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
