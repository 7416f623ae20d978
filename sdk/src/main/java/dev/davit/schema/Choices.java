package dev.davit.schema;

import dev.davit.schema.Failure.Alternative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Keeps, of each choice in a schema, what breaks the nearest alternative. A service with one wrong field breaks all five kinds of
 * service; the reader wants to hear of the one that was meant.
 */
final class Choices {
    private static final int FEW = 3;

    private final List<Failure> failures;
    private final Predicate<String> declared;

    /** Takes what the validator found; {@code declared} says whether any part of the schema knows a field of a name. */
    Choices(List<Failure> failures, Predicate<String> declared) {
        this.failures = failures;
        this.declared = declared;
    }

    List<Failure> nearest() {
        List<Failure> kept = nearest(failures, 0);
        return kept.stream().filter(it -> !followsFromAnother(it, kept)).toList();
    }

    private static List<Failure> nearest(List<Failure> failures, int level) {
        List<Failure> kept = new ArrayList<>();
        Map<String, Map<String, List<Failure>>> choices = new LinkedHashMap<>();
        for (Failure failure : failures) {
            if (failure.alternatives().size() <= level) {
                kept.add(failure);
            } else {
                Alternative at = failure.alternatives().get(level);
                choices.computeIfAbsent(at.choice(), key -> new LinkedHashMap<>())
                        .computeIfAbsent(at.branch(), key -> new ArrayList<>())
                        .add(failure);
            }
        }
        for (Map<String, List<Failure>> branches : choices.values()) {
            branches.values().stream()
                    .map(branch -> nearest(branch, level + 1))
                    .min(distance(level))
                    .ifPresent(kept::addAll);
        }
        return kept;
    }

    /** First the alternative whose telling fields fit, then the one with the right set of fields, then the one least broken. */
    private static Comparator<List<Failure>> distance(int level) {
        return Comparator.<List<Failure>>comparingLong(
                        branch -> branch.stream().filter(it -> tells(it, level)).count())
                .thenComparingLong(branch ->
                        branch.stream().filter(it -> misshapes(it, level)).count())
                .thenComparingInt(List::size);
    }

    /** Says whether a field is wrong that tells which alternative is meant: one with few values, such as {@code type}. */
    private static boolean tells(Failure failure, int level) {
        return (failure.keyword().equals("const") || failure.keyword().equals("enum"))
                && failure.path().size() == failure.alternatives().get(level).depth() + 1
                && ChoiceKeyword.values(failure.keyword(), failure.error().getSchemaNode())
                                .size()
                        <= FEW;
    }

    private static boolean misshapes(Failure failure, int level) {
        int depth = failure.alternatives().get(level).depth();
        return failure.unknownField() && failure.path().size() == depth + 1
                || failure.keyword().equals("required") && failure.path().size() == depth;
    }

    /**
     * As soon as anything in an object is wrong, all fields that the same part of the schema describes count as "not evaluated". What
     * then remains to be said are the fields that no part of the schema knows.
     */
    private boolean followsFromAnother(Failure failure, List<Failure> all) {
        if (!failure.keyword().startsWith("unevaluated") || failure.path().isEmpty()) {
            return false;
        }
        List<String> object = failure.path().subList(0, failure.path().size() - 1);
        String field = failure.path().get(object.size());
        return declared.test(field)
                && all.stream()
                        .anyMatch(other -> !other.keyword().startsWith("unevaluated")
                                && other.path().size() >= object.size()
                                && other.path().subList(0, object.size()).equals(object));
    }
}
