package dev.davit.render.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.LeaseRecord;
import dev.davit.apply.LeaseTerms;
import dev.davit.apply.Ticker;
import dev.davit.render.Whole;
import dev.davit.render.sandbox.Sandbox;
import dev.davit.render.sandbox.SandboxOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of those who want a stack's lease has it, though Render compares nothing before it writes. */
class WorkspaceLeaseTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final int SPEED = 2000;

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.usual().speed(SPEED));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private WorkspaceLease lease(String stack) {
        Ticker ticker = Ticker.SYSTEM.faster(SPEED);
        return new WorkspaceLease(
                new StackGroup(Whole.api(sandbox), sandbox.ownerId(), stack, "test", ticker), Ticker.SYSTEM);
    }

    private static LeaseRecord wanted(String holder, Optional<LeaseRecord> found) {
        return new LeaseRecord(
                holder,
                found.map(LeaseRecord::token).orElse(0L) + 1,
                NOW,
                90,
                found.map(LeaseRecord::version).orElse(""));
    }

    @Test
    void what_was_written_is_read_and_can_be_renewed_and_given_back() {
        WorkspaceLease lease = lease("shop");
        assertThat(lease.read()).isEmpty();
        LeaseRecord taken = lease.write(wanted("me@here/1", Optional.empty())).orElseThrow();
        assertThat(lease("shop").read()).contains(taken);
        LeaseRecord renewed = lease.write(
                        new LeaseRecord(taken.holder(), taken.token(), NOW.plusSeconds(30), 90, taken.version()))
                .orElseThrow();
        assertThat(renewed.version()).isNotEqualTo(taken.version());
        LeaseRecord free = lease.write(new LeaseRecord("", renewed.token(), NOW, 90, renewed.version()))
                .orElseThrow();
        assertThat(free.holder()).isEmpty();
        assertThat(lease("shop").read().orElseThrow().token()).isEqualTo(1);
    }

    @Test
    void nobody_writes_over_what_they_have_not_seen() {
        LeaseRecord taken =
                lease("shop").write(wanted("me@here/1", Optional.empty())).orElseThrow();
        assertThat(lease("shop").write(wanted("you@there/1", Optional.empty()))).isEmpty();
        assertThat(lease("shop").read()).contains(taken);
    }

    @Test
    void of_many_who_want_it_at_one_moment_one_has_it_at_most() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            int rounds = 0;
            int taken = 0;
            for (; rounds < 25; rounds++) {
                String stack = "shop-" + rounds;
                Optional<LeaseRecord> free = lease(stack).write(new LeaseRecord("", 0, NOW, 90, ""));
                List<Callable<Optional<LeaseRecord>>> all = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    String holder = "holder@" + i + "/1";
                    WorkspaceLease lease = lease(stack);
                    all.add(() -> lease.write(wanted(holder, free)));
                }
                List<String> holders = new ArrayList<>();
                for (Future<Optional<LeaseRecord>> one : threads.invokeAll(all)) {
                    one.get().ifPresent(it -> holders.add(it.holder()));
                }
                assertThat(holders).hasSizeLessThanOrEqualTo(1);
                taken += holders.size();
            }
            assertThat(taken)
                    .as("rounds of %d in which somebody had it", rounds)
                    .isPositive();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_claim_of_somebody_who_died_is_in_the_way_for_half_a_minute_at_most() {
        StackGroup group =
                new StackGroup(Whole.api(sandbox), sandbox.ownerId(), "shop", "test", Ticker.SYSTEM.faster(SPEED));
        group.putVariable("CLAIM_000000000000", "1 " + NOW + " 90 dead@there/1");
        WorkspaceLease lease = new WorkspaceLease(group, Ticker.SYSTEM.faster(100_000));
        Optional<LeaseRecord> taken = Optional.empty();
        for (int i = 0; i < 1000 && taken.isEmpty(); i++) {
            taken = lease.write(wanted("me@here/1", lease.read()));
        }
        assertThat(taken).isPresent();
    }

    @Test
    void it_lasts_longer_than_usual_since_each_renewal_costs_a_write() {
        assertThat(lease("shop").terms(LeaseTerms.usual()).renewed()).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }
}
