package dev.davit.apply;

import dev.davit.document.Fields;
import dev.davit.plan.PlanException;
import dev.davit.plan.Wanted;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Choose the release that a rollback goes back to. What follows is a plan like any other, towards what that release wanted. */
public final class Rollback {
    private Rollback() {}

    /**
     * Choose a release that was done: the one that is named, or else the newest that is older than the newest of all.
     *
     * @param known all records of the stack and stage, in any order
     * @param number the number that the user named, if they did
     * @throws PlanException if there is none, if it was not done, or if it cannot be come back to
     */
    public static Release to(List<Release> known, OptionalInt number) {
        Release chosen = number.isPresent() ? named(known, number.getAsInt()) : before(known);
        Wanted wanted = chosen.wanted();
        wanted.literalSecret().ifPresent(object -> {
            throw refused(
                    "release " + chosen.number() + " cannot be come back to",
                    object.address(),
                    "its definition held values of secrets, which no record keeps",
                    "apply the definition of that time");
        });
        return chosen;
    }

    /** Give the first release after one: with it that one was no longer the last word. */
    public static Optional<Release> next(List<Release> known, Release release) {
        return known.stream()
                .filter(it -> it.number() > release.number())
                .min(Comparator.comparingInt(Release::number));
    }

    private static Release named(List<Release> known, int number) {
        Release chosen = known.stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> refused(
                        "there is no release " + number,
                        "the release records",
                        known.isEmpty() ? "there are none" : "there are " + numbers(known),
                        "davit history lists them"));
        if (chosen.state() != Release.State.DONE) {
            throw refused(
                    "release " + number + " cannot be come back to",
                    "the release records",
                    "it was not done: " + chosen.failure().orElse("it is " + Fields.word(chosen.state())),
                    "choose one that davit history shows as done");
        }
        return chosen;
    }

    private static Release before(List<Release> known) {
        int newest = known.stream().mapToInt(Release::number).max().orElse(0);
        Optional<Release> found = known.stream()
                .filter(it -> it.number() < newest && it.state() == Release.State.DONE)
                .max(Comparator.comparingInt(Release::number));
        return found.orElseThrow(() -> refused(
                "there is nothing to roll back to",
                "the release records",
                newest == 0 ? "there are none" : "no release before " + newest + " was done",
                "apply the definition that you want"));
    }

    private static String numbers(List<Release> known) {
        return known.stream().map(Release::number).sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static PlanException refused(String what, String where, String why, String next) {
        return new PlanException(what, where, why, next);
    }
}
