package dev.davit.plan;

import static dev.davit.plan.Plans.change;
import static dev.davit.plan.Plans.key;
import static dev.davit.plan.Plans.needs;
import static dev.davit.plan.Plans.resource;
import static dev.davit.plan.Plans.step;
import static dev.davit.plan.Plans.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.model.DesiredObject;
import dev.davit.plan.Step.Verb;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MassDeletionTest {
    private static final Wanted WEB = Plans.wanted(
            needs(), new DesiredObject("Thing", "web", Optional.of(resource("web")), tree("kind", "Thing")));
    private static final Wanted EMPTY =
            Plans.wanted(needs(), new DesiredObject("Namespace", "shop", Optional.empty(), tree("kind", "Namespace")));

    private static Comparison found(int deleted, int changed, int unchanged, int kept) {
        Stream<Change> deletions = keys("gone", deleted)
                .map(it -> change(Action.DELETE, it, 1050)
                        .addSteps(step("delete " + it, Verb.DELETE, it))
                        .build());
        Stream<Change> updates = keys("changed", changed)
                .map(it -> change(Action.UPDATE, it, 50)
                        .addSteps(step("apply " + it, Verb.APPLY, it))
                        .build());
        return new Comparison(
                Plans.PLACE,
                Stream.concat(deletions, updates).toList(),
                keys("same", unchanged).toList(),
                Verification.RECORDED,
                keys("same", unchanged).collect(Collectors.toSet()),
                List.of(),
                keys("kept", kept)
                        .map(it -> new Kept(it, "it holds data", "a word"))
                        .toList(),
                List.of(),
                1,
                Optional.empty());
    }

    private static Stream<ObjectKey> keys(String name, int count) {
        return IntStream.range(0, count).mapToObj(it -> key("Thing", name + it));
    }

    private static List<Blocker> blockers(Wanted wanted, Comparison found, int permitted) {
        return MassDeletion.guard(wanted, found, permitted).blockers();
    }

    @Test
    void what_else_was_found_stays_with_a_blocker() {
        Comparison found = found(9, 0, 1, 0);
        Comparison guarded = MassDeletion.guard(WEB, found, 0);
        assertThat(guarded.blockers()).hasSize(1);
        assertThat(guarded.withBlockers(found.blockers())).isEqualTo(found);
    }

    @Test
    void an_empty_definition_deletes_nothing() {
        assertThat(blockers(EMPTY, found(3, 0, 1, 0), 100))
                .containsExactly(new Blocker(
                        Optional.empty(),
                        "the definition is empty, and the stack has 4 objects",
                        "shop/prod at context prod",
                        "this would delete 3 of them; an empty definition is more often a slip than meant",
                        "davit destroy deletes a stack; else look whether it is the right definition and --stage"));
    }

    @Test
    void an_empty_definition_of_a_stack_that_is_not_there_is_nobody_s_loss() {
        assertThat(blockers(EMPTY, found(0, 0, 1, 2), 0)).isEmpty();
    }

    @Test
    void losing_more_than_half_of_a_stack_takes_a_number() {
        assertThat(blockers(WEB, found(7, 1, 2, 1), 6))
                .containsExactly(new Blocker(
                        Optional.empty(),
                        "it would delete 7 of the stack's 11 objects",
                        "shop/prod at context prod",
                        "more than half of a stack goes at once more often by a slip than meant",
                        "if they are to go: --allow-deletions 7"));
        assertThat(blockers(WEB, found(7, 1, 2, 1), 7)).isEmpty();
    }

    @Property
    void it_blocks_five_and_more_deletions_that_are_more_than_half_and_nothing_else(
            @ForAll @IntRange(max = 12) int deleted,
            @ForAll @IntRange(max = 6) int changed,
            @ForAll @IntRange(max = 6) int unchanged,
            @ForAll @IntRange(max = 6) int kept,
            @ForAll @IntRange(max = 12) int permitted) {
        boolean most = deleted > changed + unchanged + kept;
        assertThat(blockers(WEB, found(deleted, changed, unchanged, kept), permitted)
                        .isEmpty())
                .isEqualTo(!(most && deleted >= 5 && deleted > permitted));
    }
}
