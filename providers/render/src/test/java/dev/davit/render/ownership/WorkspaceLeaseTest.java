package dev.davit.render.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.LeaseRecord;
import dev.davit.apply.LeaseTerms;
import dev.davit.apply.Ticker;
import dev.davit.render.Whole;
import dev.davit.render.api.RenderApi;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void of_many_who_want_it_at_one_moment_exactly_one_has_it() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (int round = 0; round < 25; round++) {
                String stack = "shop-" + round;
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
                assertThat(holders).as("round %d", round).hasSize(1);
                assertThat(lease(stack).read().orElseThrow().holder()).isEqualTo(holders.get(0));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private StackGroup group(Ticker ticker) {
        return new StackGroup(Whole.api(sandbox), sandbox.ownerId(), "shop", "test", ticker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLAIM_000000000000", "CLAIM_zzzzzzzzzzzz"})
    void a_claim_of_somebody_who_died_does_not_stay_in_the_way(String claim) {
        Ticker ticker = Ticker.SYSTEM.faster(100);
        StackGroup group = group(ticker);
        group.putVariable(claim, "1 " + NOW + " 90 dead@there/1");
        assertThat(new WorkspaceLease(group, ticker).write(wanted("me@here/1", Optional.empty())))
                .isPresent();
        assertThat(group.read().variables().keySet()).noneMatch(it -> it.startsWith("CLAIM_"));
    }

    /** Its claim goes while it stands still between its look and its write: then another one may hold the lease. */
    @Test
    void who_stood_still_for_too_long_does_not_hold_what_it_wrote() {
        StackGroup other = group(Ticker.SYSTEM);
        RenderApi paused = Whole.api(sandbox)
                .checking(() -> other.read().variables().keySet().stream()
                        .filter(it -> it.startsWith("CLAIM_"))
                        .forEach(other::removeVariable));
        StackGroup group = new StackGroup(paused, sandbox.ownerId(), "shop", "test", Ticker.SYSTEM);
        assertThat(new WorkspaceLease(group, Ticker.SYSTEM).write(wanted("me@here/1", Optional.empty())))
                .isEmpty();
        LeaseRecord left = lease("shop").read().orElseThrow();
        assertThat(left.holder()).isEqualTo("nobody, after two took it at one moment");
        assertThat(left.seconds()).isEqualTo(90);
    }

    @Test
    void who_gives_up_leaves_no_claim() {
        LeaseRecord taken =
                lease("shop").write(wanted("me@here/1", Optional.empty())).orElseThrow();
        assertThat(lease("shop").write(wanted("you@there/1", Optional.of(taken))))
                .isPresent();
        assertThat(group(Ticker.SYSTEM).read().variables().keySet()).noneMatch(it -> it.startsWith("CLAIM_"));
    }

    /** Each renewal is a write, and where all writes of a minute are spent it waits for the next one. */
    @Test
    void it_outlives_a_renewal_that_waits_for_writes_and_one_more() {
        LeaseTerms terms = lease("shop").terms(LeaseTerms.usual());
        Duration waiting = terms.renewed().plusMinutes(1);
        assertThat(terms.lasts()).isGreaterThanOrEqualTo(waiting.multipliedBy(2));
    }
}
