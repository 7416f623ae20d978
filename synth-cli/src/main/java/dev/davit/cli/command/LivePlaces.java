package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.model.Assembly;
import dev.davit.plan.Place;
import dev.davit.plan.Wanted;
import dev.davit.target.LiveTarget;
import dev.davit.target.Synthesis;
import dev.davit.target.Target;
import java.util.List;

/**
 * Holds the live targets that a run is for: one, or those among which a definition divides its resources. They are then planned and
 * applied as one.
 */
record LivePlaces(List<LiveTarget> targets) {
    LivePlaces {
        targets = List.copyOf(targets);
    }

    static LivePlaces of(LiveTarget target) {
        return new LivePlaces(List.of(target));
    }

    /** Names them as plans do: {@code render+kubernetes}. */
    String name() {
        return Place.target(targets.stream().map(Target::name).toList());
    }

    boolean isOne() {
        return targets.size() == 1;
    }

    /** Leaves out those for which a definition has nothing. */
    LivePlaces of(Assembly assembly) {
        List<LiveTarget> used =
                targets.stream().filter(it -> LiveStack.isFor(it, assembly)).toList();
        return used.isEmpty() ? this : new LivePlaces(used);
    }

    /** Takes what a definition wants of all of them. */
    Wanted wanted(Synthesis synthesis) {
        List<Wanted> parts = targets.stream()
                .map(target -> target.wanted(synthesis.targets().stream()
                        .filter(it -> it.target().equals(target.name()))
                        .findFirst()
                        .orElseThrow()
                        .desired()))
                .toList();
        return isOne() ? parts.get(0) : Wanted.of(parts);
    }

    /** Gives the one, where a command is for one. */
    LiveTarget only(String where) {
        if (isOne()) {
            return targets.get(0);
        }
        throw new Failure(
                ExitCode.USAGE, "this takes one target", where, "there are " + name().replace("+", ", "), "name one");
    }
}
