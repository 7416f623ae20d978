package dev.davit.target;

import dev.davit.apply.Fence;
import dev.davit.apply.Release;
import dev.davit.apply.Release.State;
import dev.davit.apply.ReleaseStore;
import dev.davit.plan.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps releases of a stack that is at several places. Each place has its own part of each release, under one number, so that the
 * history of one place is whole whichever way it came about. What was applied at one place alone, or has lost its part at another,
 * is listed and cannot be come back to at all places at once: what the other one had then, nobody can say.
 */
final class JoinedReleases implements ReleaseStore {
    private final List<Part> parts;
    private Key own;

    /**
     * Holds one place.
     *
     * @param own takes the place's own part of what a stack is to have
     */
    record Part(ReleaseStore store, UnaryOperator<Wanted> own) {}

    JoinedReleases(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Numbers of places that were applied alone meet by chance; that both began at one moment is no chance. */
    private record Key(int number, Instant startedAt) {}

    @Override
    public List<Release> list() {
        Map<Key, List<Release>> all = new LinkedHashMap<>();
        parts.forEach(part -> part.store()
                .list()
                .forEach(it -> all.computeIfAbsent(new Key(it.number(), it.startedAt()), key -> new ArrayList<>())
                        .add(it)));
        return all.values().stream()
                .map(this::joined)
                .sorted(Comparator.comparing(Release::number)
                        .thenComparing(Release::startedAt)
                        .reversed())
                .toList();
    }

    private Release joined(List<Release> found) {
        Release worst = found.stream()
                .filter(it -> it.state() != State.DONE)
                .findFirst()
                .orElse(found.get(0));
        Wanted wanted = Wanted.of(found.stream().map(Release::wanted).toList());
        return found.size() == parts.size() || worst.state() != State.DONE
                ? with(worst, worst.state(), worst.failure(), wanted)
                : with(worst, State.STOPPED, Optional.of("it is known on " + wanted.target() + " alone"), wanted);
    }

    private static Release with(Release it, State state, Optional<String> failure, Wanted wanted) {
        return new Release(
                it.number(),
                state,
                it.planDigest(),
                it.by(),
                it.startedAt(),
                it.endedAt(),
                it.token(),
                it.summary(),
                failure,
                it.awaited(),
                wanted);
    }

    @Override
    public Optional<State> lastState() {
        return parts.stream()
                .flatMap(it -> it.store().lastState().stream())
                .max(Comparator.comparing(it -> it == State.DONE ? 0 : 1));
    }

    /** A record that an earlier apply left open is closed where it is, and nowhere made. */
    @Override
    public void write(Release release, Fence fence) {
        Key key = new Key(release.number(), release.startedAt());
        if (release.state() == State.RUNNING) {
            own = key;
        }
        for (Part part : parts) {
            if (key.equals(own) || isOpen(part, key)) {
                Wanted wanted = part.own().apply(release.wanted());
                part.store().write(with(release, release.state(), release.failure(), wanted), fence);
            }
        }
    }

    private static boolean isOpen(Part part, Key key) {
        return part.store().list().stream()
                .anyMatch(it -> it.state() == State.RUNNING && key.equals(new Key(it.number(), it.startedAt())));
    }
}
