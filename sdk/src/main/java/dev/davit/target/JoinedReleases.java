package dev.davit.target;

import dev.davit.apply.Fence;
import dev.davit.apply.Release;
import dev.davit.apply.ReleaseStore;
import dev.davit.plan.Wanted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Keeps releases of a stack that is at several places. Each place has its own part of each release, under one number, so that the
 * history of one place is whole whichever way it came about. A place that had no part in a release had then what its last one before
 * left.
 */
final class JoinedReleases implements ReleaseStore {
    private final List<Part> parts;

    /**
     * Holds one place.
     *
     * @param own takes the place's own part of what a stack is to have
     */
    record Part(ReleaseStore store, UnaryOperator<Wanted> own) {}

    JoinedReleases(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public List<Release> list() {
        List<List<Release>> known = parts.stream().map(it -> it.store().list()).toList();
        TreeMap<Integer, Release> all = new TreeMap<>(Comparator.reverseOrder());
        known.forEach(one -> one.forEach(it -> all.merge(it.number(), it, JoinedReleases::worse)));
        List<Release> joined = new ArrayList<>();
        all.values().forEach(it -> joined.add(with(it, wanted(it, known))));
        return joined;
    }

    /** The worst word on it counts: what ended well at one place alone did not end well. */
    private static Release worse(Release one, Release other) {
        return one.state() == Release.State.DONE ? other : one;
    }

    private static Wanted wanted(Release release, List<List<Release>> known) {
        List<Wanted> wanted = new ArrayList<>();
        known.forEach(one -> one.stream()
                .filter(it -> it.number() <= release.number())
                .max(Comparator.comparing(Release::number))
                .ifPresent(it -> wanted.add(it.wanted())));
        return Wanted.of(wanted);
    }

    private static Release with(Release it, Wanted wanted) {
        return new Release(
                it.number(),
                it.state(),
                it.planDigest(),
                it.by(),
                it.startedAt(),
                it.endedAt(),
                it.token(),
                it.summary(),
                it.failure(),
                it.awaited(),
                wanted);
    }

    @Override
    public Optional<Release.State> lastState() {
        return parts.stream()
                .flatMap(it -> it.store().lastState().stream())
                .max(Comparator.comparing(it -> it == Release.State.DONE ? 0 : 1));
    }

    @Override
    public void write(Release release, Fence fence) {
        parts.forEach(it -> it.store().write(with(release, it.own().apply(release.wanted())), fence));
    }
}
