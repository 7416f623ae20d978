package dev.davit.k8s.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.k8s.cluster.Kind;
import dev.davit.k8s.ownership.Homes;
import dev.davit.plan.Comparison;
import dev.davit.plan.Wanted;
import dev.davit.target.CompareOptions;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@OnFakeNodes
class ReadAheadTest {
    private static final String TWO = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: one}
            data: {a: b}
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: two}
            """;

    private static ReadAhead ahead(LiveStack stack, Wanted wanted) {
        return ReadAhead.of(stack.server, Homes.anywhere(stack.server).of(wanted), () -> null);
    }

    private static Comparison compare(LiveStack stack, Wanted wanted, ReadAhead ahead) {
        return new Comparing(stack.server, Homes.anywhere(stack.server), Identity.of(stack.server, "test"))
                .compare(wanted, CompareOptions.cautious(), Optional.of(ahead));
    }

    @Test
    void what_was_read_is_not_asked_again_and_counts_all_the_same(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            Wanted wanted = stack.wanted(TWO);
            stack.apply(wanted);
            int without = stack.compare(wanted).requests();
            ReadAhead ahead = ahead(stack, wanted);
            int before = stack.server.requests();

            Comparison comparison = compare(stack, wanted, ahead);

            assertThat(comparison.changes()).isEmpty();
            assertThat(comparison.requests()).isEqualTo(without);
            // One asks who the cluster is; the parent and both lists are there.
            assertThat(stack.server.requests() - before).isEqualTo(without - 3 + 1);
        }
    }

    @Test
    void of_a_stack_that_is_there_only_parent_and_lists_are_read(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster);
                LiveStack fresh = new LiveStack(cluster)) {
            Wanted wanted = stack.wanted(TWO);
            stack.apply(wanted);
            Comparison comparison = fresh.compare(wanted);
            assertThat(comparison.changes()).isEmpty();
            assertThat(comparison.requests()).isEqualTo(3);
        }
    }

    @Test
    void whatever_else_is_asked_for_waits_until_the_server_has_answered(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            int before = stack.server.requests();
            AtomicInteger answered = new AtomicInteger();
            ReadAhead.of(
                    stack.server,
                    Homes.anywhere(stack.server).of(stack.wanted(TWO)),
                    () -> answered.addAndGet(stack.server.requests() - before));
            assertThat(answered).hasPositiveValue();
        }
    }

    @Test
    void of_a_kind_that_is_gone_nothing_is_listed(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            Kind gone = new Kind("example.com", "v1", "Gone", "gones", true, true);
            assertThat(new Listing(stack.server).of(gone, cluster.namespace(), ""))
                    .isEmpty();
        }
    }

    @Test
    void kinds_that_the_parent_does_not_name_yet_are_listed_when_they_are_wanted(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            stack.apply(stack.wanted(TWO.substring(0, TWO.indexOf("---"))));
            Wanted wanted = stack.wanted(TWO);
            assertThat(compare(stack, wanted, ahead(stack, wanted)).changes()).hasSize(1);
        }
    }

    @Test
    void what_was_read_of_another_stack_is_not_taken(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster);
                LiveStack other = new LiveStack(cluster, "other")) {
            Wanted wanted = stack.wanted(TWO);
            stack.apply(wanted);
            assertThat(compare(stack, wanted, ahead(other, other.wanted(TWO))).changes())
                    .isEmpty();
        }
    }
}
