package dev.davit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.model.ResourceKey;
import dev.davit.plan.Step.Verb;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlanLaws {
    /** One resource of a random stack; it may need those before it. */
    record Part(boolean changes, int rank, int steps, boolean cleans, boolean goes, List<Integer> needs) {}

    private static List<Change> changes(List<Part> parts) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (!part.changes()) {
                continue;
            }
            ObjectKey key = Plans.key("Thing", "t" + i);
            Change.Builder change = Plans.change(
                    part.goes() ? Action.DELETE : Action.REPLACE, key, part.goes() ? 1000 + part.rank() : part.rank());
            if (!part.goes()) {
                change.resource(Plans.resource("t" + i));
            }
            for (int s = 0; s < part.steps(); s++) {
                boolean deletes = part.goes() || part.cleans() && s > 0 && s == part.steps() - 1;
                change.addSteps(Plans.step("t" + i + "-" + s, deletes ? Verb.DELETE : Verb.APPLY, key));
            }
            changes.add(change.build());
        }
        return changes;
    }

    private static Map<ResourceKey, Set<ResourceKey>> needs(List<Part> parts) {
        List<String> needs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (int before : parts.get(i).needs()) {
                if (before < i) {
                    needs.add("t" + i + " needs t" + before);
                }
            }
        }
        return Plans.needs(needs.toArray(String[]::new));
    }

    private static Plan plan(List<Part> parts, List<Change> changes) {
        return Plans.plan(needs(parts), changes.toArray(Change[]::new));
    }

    private static Map<String, Integer> waves(Plan plan) {
        Map<String, Integer> waves = new HashMap<>();
        plan.waves()
                .forEach(wave -> wave.steps()
                        .forEach(step ->
                                assertThat(waves.put(step.id(), wave.number())).isNull()));
        return waves;
    }

    @Property(tries = 300)
    void each_step_is_in_one_wave_after_all_that_must_be_before_it(@ForAll("parts") List<Part> parts) {
        List<Change> changes = changes(parts);
        Plan plan = plan(parts, changes);
        Map<String, Integer> waves = waves(plan);
        assertThat(waves)
                .hasSize(changes.stream().mapToInt(it -> it.steps().size()).sum());
        for (Change change : changes) {
            for (int s = 1; s < change.steps().size(); s++) {
                assertThat(waves.get(change.steps().get(s).id()))
                        .isGreaterThan(waves.get(change.steps().get(s - 1).id()));
            }
        }
        for (Change some : changes) {
            for (Change other : changes) {
                if (mustPrecede(some, other, parts)) {
                    assertThat(lastApply(some, waves))
                            .isLessThan(waves.get(other.steps().get(0).id()));
                }
            }
        }
    }

    /** Lower ranks go first; within a rank, what is needed. */
    private static boolean mustPrecede(Change some, Change other, List<Part> parts) {
        if (some.rank() != other.rank()) {
            return some.rank() < other.rank();
        }
        return some.resource().isPresent()
                && other.resource().isPresent()
                && reaches(index(other), index(some), parts, new HashSet<>());
    }

    private static int index(Change change) {
        return Integer.parseInt(change.key().name().substring(1));
    }

    private static boolean reaches(int from, int to, List<Part> parts, Set<Integer> seen) {
        return parts.get(from).needs().stream()
                .filter(it -> it < from && seen.add(it))
                .anyMatch(it -> it == to || reaches(it, to, parts, seen));
    }

    private static int lastApply(Change change, Map<String, Integer> waves) {
        return change.steps().stream()
                .filter(it -> it.verb() == Verb.APPLY || change.action() == Action.DELETE)
                .mapToInt(it -> waves.get(it.id()))
                .max()
                .orElseThrow();
    }

    @Property(tries = 100)
    void the_order_in_which_changes_are_found_does_not_count(@ForAll("parts") List<Part> parts, @ForAll long seed) {
        List<Change> changes = changes(parts);
        Plan plan = plan(parts, changes);
        List<Change> mixed = new ArrayList<>(changes);
        Collections.shuffle(mixed, new Random(seed));
        assertThat(plan(parts, mixed)).isEqualTo(plan);
        assertThat(plan(parts, mixed).digest()).isEqualTo(plan.digest());
    }

    @Property(tries = 100)
    void a_plan_that_is_written_is_read_as_it_was(@ForAll("parts") List<Part> parts) {
        Plan plan = plan(parts, changes(parts));
        Plan read = PlanJson.read("law", PlanJson.write(plan).getBytes(StandardCharsets.UTF_8));
        assertThat(read).isEqualTo(plan);
        assertThat(read.digest()).isEqualTo(plan.digest());
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        return Combinators.combine(
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(10, 50, 50, 70),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(false, false, true),
                        Arbitraries.integers().between(0, 11).list().ofMaxSize(2))
                .as(Part::new)
                .list()
                .ofMaxSize(12);
    }
}
