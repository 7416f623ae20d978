package dev.davit.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private final FakeTicker ticker = new FakeTicker();
    private final MemoryLease store = new MemoryLease();
    private final List<String> waits = new ArrayList<>();

    private Lease take(String holder, Duration most) throws InterruptedException {
        return Lease.take(
                store,
                holder,
                LeaseTerms.usual(),
                most,
                ticker,
                (record, waited) -> waits.add(record.holder() + " " + waited.toSeconds()));
    }

    @Test
    void a_lease_that_nobody_holds_is_taken_at_once_and_each_holder_has_a_higher_token() throws InterruptedException {
        Lease first = take("a", Duration.ZERO);
        assertThat(first.token()).isEqualTo(1);
        first.check();
        first.giveBack();
        assertThat(store.record.orElseThrow().holder()).isEmpty();
        assertThat(take("b", Duration.ZERO).token()).isEqualTo(2);
        assertThat(waits).isEmpty();
    }

    /** Where a platform makes who wants it wait for others who want it, the record may be old before it is written. */
    @Test
    void a_lease_that_was_long_on_its_way_is_renewed_before_anybody_relies_on_it() throws InterruptedException {
        LeaseStore slow = new LeaseStore() {
            @Override
            public Optional<LeaseRecord> read() {
                return store.read();
            }

            @Override
            public Optional<LeaseRecord> write(LeaseRecord record) {
                if (store.writes == 0) {
                    ticker.goOn(Duration.ofSeconds(40));
                }
                return store.write(record);
            }
        };
        Lease lease = Lease.take(slow, "a", LeaseTerms.usual(), Duration.ZERO, ticker, (record, waited) -> {});
        assertThat(store.writes).isEqualTo(2);
        lease.check();
    }

    @Test
    void who_waits_in_vain_is_told_for_whom() throws InterruptedException {
        take("ann@host/1", Duration.ZERO);
        assertThatThrownBy(() -> take("b", Duration.ofSeconds(5)))
                .isInstanceOf(LeaseHeldException.class)
                .hasMessage("ann@host/1 is applying this stack, last seen at 2027-01-31T12:00:00.000001Z; waited 4 s");
        assertThat(waits).containsExactly("ann@host/1 0", "ann@host/1 2");
    }

    @Test
    void a_dead_holder_is_followed_when_its_record_stayed_the_same_for_as_long_as_it_lasts()
            throws InterruptedException {
        take("a", Duration.ZERO);
        long before = ticker.nanos();
        Lease second = take("b", Duration.ofMinutes(5));
        assertThat(second.token()).isEqualTo(2);
        assertThat(ticker.since(before)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(32));
    }

    @Test
    void a_holder_that_lives_is_never_followed_however_wrong_the_clocks_are() throws InterruptedException {
        Lease first = take("a", Duration.ZERO);
        ticker.set(Duration.ofDays(-1));
        assertThatThrownBy(() ->
                        Lease.take(store, "b", LeaseTerms.usual(), Duration.ofMinutes(5), ticker, (record, waited) -> {
                            if (waited.toSeconds() % 10 == 0) {
                                ticker.set(Duration.ofDays(waited.toSeconds() % 20 == 0 ? 1 : -1));
                                first.renew();
                            }
                        }))
                .isInstanceOf(LeaseHeldException.class);
        first.check();
    }

    @Test
    void a_holder_that_slept_past_its_time_writes_no_more_even_if_nobody_followed() throws InterruptedException {
        Lease lease = take("a", Duration.ZERO);
        ticker.goOn(Duration.ofSeconds(29));
        lease.check();
        ticker.goOn(Duration.ofSeconds(1));
        assertThatThrownBy(lease::check)
                .isInstanceOf(LeaseLostException.class)
                .hasMessage("the lease is not ours any more: it could not be renewed for 30 s");
        int writes = store.writes;
        lease.renew();
        lease.giveBack();
        assertThat(store.writes).isEqualTo(writes);
        assertThatThrownBy(lease::check).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void renewals_keep_it() throws InterruptedException {
        Lease lease = take("a", Duration.ZERO);
        for (int i = 0; i < 10; i++) {
            ticker.goOn(Duration.ofSeconds(10));
            lease.renew();
            lease.check();
        }
        assertThat(lease.token()).isEqualTo(1);
    }

    @Test
    void who_was_followed_learns_it_at_the_next_renewal() throws InterruptedException {
        Lease lease = take("a", Duration.ZERO);
        store.put("b@host/2", 2, Instant.EPOCH, 30);
        lease.renew();
        assertThatThrownBy(lease::check).hasMessage("the lease is not ours any more: b@host/2 has taken over");
        lease.giveBack();
        assertThat(store.record.orElseThrow().holder()).isEqualTo("b@host/2");
    }

    @Test
    void a_platform_that_is_away_for_a_while_costs_nothing_and_for_too_long_the_lease() throws InterruptedException {
        Lease lease = take("a", Duration.ZERO);
        store.away = true;
        ticker.goOn(Duration.ofSeconds(10));
        lease.renew();
        assertThatCode(lease::check).doesNotThrowAnyException();
        store.away = false;
        lease.renew();
        ticker.goOn(Duration.ofSeconds(25));
        lease.check();
        store.away = true;
        lease.renew();
        ticker.goOn(Duration.ofSeconds(5));
        assertThatThrownBy(lease::check).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void a_lease_that_ran_out_while_nobody_answered_is_not_said_to_be_somebody_elses() throws InterruptedException {
        Lease lease = take("a", Duration.ZERO);
        store.away = true;
        ticker.goOn(Duration.ofSeconds(10));
        lease.renew();
        ticker.goOn(Duration.ofSeconds(20));
        assertThatThrownBy(lease::check)
                .hasMessage("the platform did not answer for 30 s, so the lease ran out")
                .extracting(it -> ((LeaseLostException) it).isUnanswered())
                .isEqualTo(true);
    }

    @Test
    void who_slept_past_the_lease_cannot_say_that_nobody_answered() throws InterruptedException {
        Lease lease = take("a", Duration.ZERO);
        store.away = true;
        lease.renew();
        store.away = false;
        lease.renew();
        ticker.goOn(Duration.ofSeconds(30));
        lease.renew();
        assertThatThrownBy(lease::check)
                .hasMessage("the lease is not ours any more: it could not be renewed for 30 s")
                .extracting(it -> ((LeaseLostException) it).isUnanswered())
                .isEqualTo(false);
    }

    @Test
    void who_asks_learns_before_the_next_renewal_that_the_lease_was_ended() throws InterruptedException {
        Lease lease = take("a", Duration.ZERO);
        lease.confirm();
        store.away = true;
        assertThatCode(lease::confirm).doesNotThrowAnyException();
        store.away = false;
        store.put("", 2, Instant.EPOCH, 30);
        lease.check();
        assertThatThrownBy(lease::confirm).hasMessage("the lease is not ours any more: someone has ended it");
        assertThatThrownBy(lease::check).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void a_renewal_whose_answer_was_lost_is_recognized_as_ours() throws InterruptedException {
        Lease lease = take("a", Duration.ZERO);
        store.loseNextAnswer = true;
        ticker.goOn(Duration.ofSeconds(10));
        lease.renew();
        ticker.goOn(Duration.ofSeconds(10));
        lease.renew();
        ticker.goOn(Duration.ofSeconds(20));
        lease.check();
        lease.giveBack();
        assertThat(store.record.orElseThrow().holder()).isEmpty();
    }

    @Test
    void a_keeper_renews_by_itself_and_gives_back() throws InterruptedException {
        LeaseTerms quick = new LeaseTerms(Duration.ofSeconds(5), Duration.ofMillis(5), Duration.ofMillis(1));
        try (LeaseKeeper keeper =
                LeaseKeeper.take(store, "a", quick, Duration.ZERO, Ticker.SYSTEM, (record, waited) -> {})) {
            for (int i = 0; i < 1000 && store.writes < 4; i++) {
                Thread.sleep(5);
            }
            keeper.check();
            assertThat(store.writes).isGreaterThanOrEqualTo(4);
            assertThat(keeper.token()).isEqualTo(1);
        }
        assertThat(store.record.orElseThrow().holder()).isEmpty();
    }

    @Test
    void terms_that_no_renewal_could_keep_are_refused() {
        assertThatThrownBy(() -> new LeaseTerms(Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(1)))
                .hasMessage("a lease that lasts PT30S must be renewed twice in that time, not every PT20S");
    }
}
