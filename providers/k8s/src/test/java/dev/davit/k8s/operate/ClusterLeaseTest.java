package dev.davit.k8s.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.LeaseRecord;
import dev.davit.apply.LeaseStore;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnFakeNodes
class ClusterLeaseTest {
    private Stack stack;
    private LeaseStore mine;
    private LeaseStore theirs;

    @BeforeEach
    void connect(TestCluster cluster) {
        stack = new Stack(cluster);
        mine = store();
        theirs = store();
    }

    private LeaseStore store() {
        return new ClusterLease(stack.api, stack.home, () -> {}, () -> false);
    }

    static LeaseRecord lease(String holder, long token, String version) {
        return new LeaseRecord(holder, token, Instant.parse("2026-01-01T00:00:00.123456789Z"), 30, version);
    }

    @Test
    void a_lease_that_nobody_held_is_not_there() {
        assertThat(mine.read()).isEmpty();
    }

    @Test
    void what_was_written_is_read() {
        LeaseRecord written = mine.write(lease("me@here/1", 1, "")).orElseThrow();
        assertThat(theirs.read()).contains(written);
        assertThat(written.holder()).isEqualTo("me@here/1");
        assertThat(written.renewedAt()).isEqualTo("2026-01-01T00:00:00.123456Z");
        assertThat(stack.kubectl("get", "lease", stack.home.name(), "-o", "jsonpath={.spec.leaseTransitions}"))
                .isEqualTo("1");
    }

    @Test
    void of_two_that_create_it_one_is_told_no() {
        assertThat(mine.write(lease("me", 1, ""))).isPresent();
        assertThat(theirs.write(lease("they", 1, ""))).isEmpty();
    }

    @Test
    void who_knows_an_old_version_is_told_no() {
        LeaseRecord first = mine.write(lease("me", 1, "")).orElseThrow();
        LeaseRecord second = theirs.write(lease("they", 2, first.version())).orElseThrow();
        assertThat(mine.write(lease("me", 1, first.version()))).isEmpty();
        assertThat(mine.read()).contains(second);
    }

    @Test
    void a_write_whose_answer_was_lost_is_recognised() {
        LeaseRecord first = mine.write(lease("me", 1, "")).orElseThrow();
        assertThat(mine.write(lease("me", 1, ""))).contains(first);
        LeaseRecord renewed = mine.write(lease("me", 2, first.version())).orElseThrow();
        assertThat(mine.write(lease("me", 2, first.version()))).contains(renewed);
    }

    @Test
    void a_lease_that_was_given_back_has_no_holder() {
        LeaseRecord first = mine.write(lease("me", 1, "")).orElseThrow();
        assertThat(mine.write(lease("", 1, first.version())).orElseThrow().holder())
                .isEmpty();
    }

    @Test
    void check_11_of_two_holders_at_once_one_writes_fifty_times() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        String version = mine.write(lease("nobody", 1, "")).orElseThrow().version();
        try {
            for (int round = 2; round < 52; round++) {
                int token = round;
                String before = version;
                List<Callable<Optional<LeaseRecord>>> both = List.of(
                        () -> mine.write(lease("me", token, before)), () -> theirs.write(lease("they", token, before)));
                List<LeaseRecord> won = new ArrayList<>();
                for (Future<Optional<LeaseRecord>> answer : threads.invokeAll(both)) {
                    answer.get().ifPresent(won::add);
                }
                assertThat(won).hasSize(1);
                version = won.get(0).version();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
