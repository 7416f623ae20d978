package dev.davit.render.compare;

import dev.davit.plan.ObjectKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the domains that go from one service of a stack to another. Render gives no domain to two services, so that one is taken from
 * the old service and given to the new one by one step, after the new one is live: the time in which nobody answers is as short as it
 * can be.
 */
final class DomainMoves {
    private final Map<String, Move> moves = new LinkedHashMap<>();

    /**
     * Holds a move.
     *
     * @param from the service that has the domain
     * @param id its id
     * @param to the service that takes it
     */
    private record Move(ObjectKey from, String id, ObjectKey to) {}

    private DomainMoves() {}

    /**
     * Finds them.
     *
     * @param subjects what a definition wants
     * @param leaving what is to go
     */
    static DomainMoves of(List<Subject> subjects, Leaving leaving, Reader reader) {
        DomainMoves found = new DomainMoves();
        Map<String, ObjectKey> coming = new LinkedHashMap<>();
        subjects.forEach(subject -> {
            Set<String> there = subject.live().map(DomainMoves::held).orElse(Set.of());
            wanted(subject).stream().filter(it -> !there.contains(it)).forEach(it -> coming.put(it, subject.key()));
        });
        if (coming.isEmpty()) {
            return found;
        }
        subjects.forEach(subject -> {
            Set<String> kept = wanted(subject);
            subject.live()
                    .ifPresent(live -> held(live).stream()
                            .filter(it -> !kept.contains(it) && isOurs(subject, live, it))
                            .forEach(it -> found.take(it, subject.key(), live.id(), coming)));
        });
        leaving.things().forEach((key, answer) -> {
            if (Words.isService(key.kind()) && !leaving.isUnsure(key)) {
                Live live = reader.read(key.kind(), answer, Set.of("domains"));
                held(live).forEach(it -> found.take(it, key, live.id(), coming));
            }
        });
        return found;
    }

    private void take(String domain, ObjectKey from, String id, Map<String, ObjectKey> coming) {
        Optional.ofNullable(coming.get(domain)).ifPresent(it -> moves.put(domain, new Move(from, id, it)));
    }

    private static Set<String> wanted(Subject subject) {
        return View.domains(subject.tree());
    }

    private static Set<String> held(Live live) {
        Set<String> held = new TreeSet<>();
        live.domains().forEach(it -> held.add(it.toLowerCase(Locale.ROOT)));
        live.twins().forEach(it -> held.add(it.toLowerCase(Locale.ROOT)));
        return held;
    }

    /** One that others added is theirs; a twin is nobody's. */
    private static boolean isOurs(Subject subject, Live live, String domain) {
        return subject.said().contains(View.domain(domain)) || live.twins().contains(domain);
    }

    /** Gives the services, by id, from which a service takes domains, by domain. */
    Map<String, String> to(ObjectKey key) {
        Map<String, String> taken = new LinkedHashMap<>();
        moves.forEach((domain, move) -> {
            if (move.to().equals(key)) {
                taken.put(domain, move.id());
            }
        });
        return taken;
    }

    /** Gives the domains that a service gives away, by path: whoever takes them does that. */
    Set<String> from(ObjectKey key) {
        return moves.entrySet().stream()
                .filter(it -> it.getValue().from().equals(key))
                .map(it -> View.domain(it.getKey()))
                .collect(Collectors.toSet());
    }

    /** Writes where a service takes a domain from: {@code web old}. */
    ObjectKey source(String domain) {
        return moves.get(domain).from();
    }
}
