package dev.davit.plan;

import dev.davit.model.ResourceKey;
import dev.davit.plan.Step.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives every step its place, and makes one wave of the steps that have the same. */
final class Waves {
    private static final Comparator<Step> BY_OBJECT =
            Comparator.comparing(Step::key).thenComparing(Step::id);

    private final NeedsOrder needs;

    Waves(Map<ResourceKey, Set<ResourceKey>> needs) {
        this.needs = new NeedsOrder(needs);
    }

    private record Place(int rank, int depth, int index) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::rank).thenComparing(Place::depth).thenComparing(Place::index);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    List<Wave> of(List<Change> changes) {
        SortedMap<Place, List<Step>> places = new TreeMap<>();
        changes.stream().collect(Collectors.groupingBy(Change::rank)).forEach((rank, all) -> {
            Map<ResourceKey, Integer> depths = needs.depths(
                    resources(all.stream().filter(it -> !it.isReadyAtOnce()).toList()));
            all.forEach(change -> put(change, depths, places));
        });
        return numbered(places);
    }

    private static Set<ResourceKey> resources(List<Change> changes) {
        return changes.stream().flatMap(it -> it.resource().stream()).collect(Collectors.toSet());
    }

    private static void put(Change change, Map<ResourceKey, Integer> depths, SortedMap<Place, List<Step>> places) {
        int depth = change.isReadyAtOnce()
                ? 0
                : change.resource().map(key -> depths.getOrDefault(key, 0)).orElse(0);
        int cleaning = cleaning(change);
        for (int i = 0; i < change.steps().size(); i++) {
            Place place = i < cleaning
                    ? new Place(change.rank(), depth, i)
                    : new Place(Planner.DELETIONS - 1, 0, i - cleaning);
            places.computeIfAbsent(place, key -> new ArrayList<>())
                    .add(change.steps().get(i));
        }
    }

    /** Finds where the deletions begin that end a replacement; a deletion that something follows must stay before that. */
    private static int cleaning(Change change) {
        int from = change.steps().size();
        if (change.action() == Action.DELETE) {
            return from;
        }
        while (from > 1 && change.steps().get(from - 1).verb() == Verb.DELETE) {
            from--;
        }
        return from;
    }

    private static List<Wave> numbered(SortedMap<Place, List<Step>> places) {
        List<Wave> waves = new ArrayList<>();
        String after = "";
        for (List<Step> steps : places.values()) {
            steps.sort(BY_OBJECT);
            waves.add(new Wave(waves.size() + 1, steps, after));
            after = words(waves.get(waves.size() - 1));
        }
        return waves;
    }

    private static String words(Wave wave) {
        if (wave.steps().size() > 2) {
            return "the " + wave.steps().size() + " steps of wave " + wave.number();
        }
        Function<Step, String> words = step -> step.key() + end(step.verb());
        return wave.steps().stream().map(words).collect(Collectors.joining(", "));
    }

    private static String end(Verb verb) {
        return switch (verb) {
            case APPLY, PATCH -> " ready";
            case ADOPT, HAND_OVER -> " handed over";
            case DELETE, DELETE_ORPHAN -> " gone";
        };
    }
}
