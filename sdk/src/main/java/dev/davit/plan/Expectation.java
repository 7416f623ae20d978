package dev.davit.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Say how long a whole plan takes to be carried out: wave after wave, within a wave as long as what takes longest there, and never
 * shorter than the writes take that its place allows.
 *
 * @param seconds how long, about
 * @param unknown how many changes take time of which nobody can say how much; theirs comes on top
 */
public record Expectation(Seconds seconds, int unknown) {
    /** Take it from a plan; empty where nothing can be said of any of its changes. */
    public static Optional<Expectation> of(Plan plan) {
        if (plan.changes().stream().allMatch(it -> it.estimate().isEmpty())) {
            return Optional.empty();
        }
        Map<String, Seconds> lasts = new HashMap<>();
        plan.changes()
                .forEach(change -> change.estimate()
                        .ifPresent(it -> lasts.put(change.steps().get(0).id(), it.seconds())));
        long least = 0;
        long most = 0;
        for (Wave wave : plan.waves()) {
            List<Seconds> all = wave.steps().stream()
                    .flatMap(it -> Stream.ofNullable(lasts.get(it.id())))
                    .toList();
            least += all.stream().mapToLong(Seconds::least).max().orElse(0);
            most += all.stream().mapToLong(Seconds::most).max().orElse(0);
        }
        long writing = plan.pace().map(Pace::seconds).orElse(0L);
        int unknown = (int) plan.changes().stream()
                .filter(it -> it.estimate().isEmpty() && !it.isReadyAtOnce())
                .count();
        return Optional.of(new Expectation(new Seconds(Math.max(least, writing), most + writing), unknown));
    }
}
