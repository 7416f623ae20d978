package dev.davit.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.ApplyException;
import dev.davit.apply.LeaseRecord;
import dev.davit.apply.LeaseStore;
import dev.davit.apply.LeaseTerms;
import dev.davit.apply.MemoryLease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who holds the lease of a stack at two places holds both, and who does not get one keeps none. */
class JoinedLeaseTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final MemoryLease here = new MemoryLease();
    private final MemoryLease there = new MemoryLease();
    private final JoinedLease both = new JoinedLease(List.of(here, there));

    private static LeaseRecord taking(LeaseStore store, String holder) {
        Optional<LeaseRecord> found = store.read();
        return new LeaseRecord(
                holder,
                found.map(LeaseRecord::token).orElse(0L) + 1,
                NOW,
                30,
                found.map(LeaseRecord::version).orElse(""));
    }

    private static String holder(LeaseStore store) {
        return store.read().map(LeaseRecord::holder).orElse("");
    }

    @Test
    void it_is_taken_renewed_and_given_back_at_both() {
        LeaseRecord taken = both.write(taking(both, "me")).orElseThrow();
        assertThat(both.read()).contains(taken);
        assertThat(holder(here)).isEqualTo(holder(there)).isEqualTo("me");
        LeaseRecord renewed = both.write(new LeaseRecord("me", taken.token(), NOW, 30, taken.version()))
                .orElseThrow();
        assertThat(both.write(new LeaseRecord("", renewed.token(), NOW, 30, renewed.version())))
                .isPresent();
        assertThat(holder(here)).isEqualTo(holder(there)).isEmpty();
    }

    @Test
    void who_applies_one_place_alone_keeps_others_from_both() {
        there.write(taking(there, "somebody"));
        assertThat(holder(both)).isEqualTo("somebody, at one of the places");
        LeaseRecord mine = taking(both, "me");
        there.write(taking(there, "somebody else"));
        assertThat(both.write(mine)).isEmpty();
        assertThat(holder(here)).isEmpty();
        assertThat(holder(there)).isEqualTo("somebody else");
    }

    @Test
    void who_lost_one_has_lost_both() {
        LeaseRecord taken = both.write(taking(both, "me")).orElseThrow();
        there.write(taking(there, "thief"));
        assertThat(both.write(new LeaseRecord("me", taken.token(), NOW, 30, taken.version())))
                .isEmpty();
        assertThat(holder(both)).isEqualTo("me and thief");
    }

    /** Whoever waits would take the first while its holder, who has not read yet that the second is lost, still writes. */
    @Test
    void a_renewal_that_fails_at_one_place_frees_no_other() {
        LeaseRecord taken = both.write(taking(both, "me")).orElseThrow();
        there.write(taking(there, "thief"));
        both.write(new LeaseRecord("me", taken.token(), NOW, 30, taken.version()));
        assertThat(holder(here)).isEqualTo("me");
    }

    @Test
    void who_cannot_reach_one_place_keeps_no_other() {
        LeaseStore away = new LeaseStore() {
            @Override
            public Optional<LeaseRecord> read() {
                return Optional.empty();
            }

            @Override
            public Optional<LeaseRecord> write(LeaseRecord record) {
                throw new ApplyException(ApplyException.Reason.UNAVAILABLE, "no answer", "Lease", "try again", null);
            }
        };
        JoinedLease joined = new JoinedLease(List.of(here, away));
        assertThatThrownBy(() -> joined.write(taking(joined, "me"))).isInstanceOf(ApplyException.class);
        assertThat(holder(here)).isEmpty();
    }

    @Test
    void it_is_not_made_where_it_never_was() {
        here.write(taking(here, "me"));
        LeaseRecord found = both.read().orElseThrow();
        assertThat(both.write(new LeaseRecord("", found.token(), NOW, 30, found.version())))
                .isPresent();
        assertThat(holder(here)).isEmpty();
        assertThat(there.read()).isEmpty();
    }

    @Test
    void it_is_given_back_where_that_is_still_possible() {
        LeaseRecord taken = both.write(taking(both, "me")).orElseThrow();
        here.write(taking(here, "thief"));
        both.write(new LeaseRecord("", taken.token(), NOW, 30, taken.version()));
        assertThat(holder(here)).isEqualTo("thief");
        assertThat(holder(there)).isEmpty();
    }

    @Test
    void its_token_is_higher_than_that_of_either_before() {
        there.write(taking(there, "somebody"));
        there.write(taking(there, ""));
        LeaseRecord taken = both.write(taking(both, "me")).orElseThrow();
        assertThat(taken.token()).isEqualTo(3);
        assertThat(here.read().orElseThrow().token()).isEqualTo(3);
    }

    @Test
    void it_is_kept_on_the_terms_of_whoever_needs_longer() {
        LeaseTerms longer = new LeaseTerms(Duration.ofSeconds(90), Duration.ofSeconds(30), Duration.ofSeconds(2));
        LeaseStore slow = new LeaseStore() {
            @Override
            public LeaseTerms terms(LeaseTerms usual) {
                return longer;
            }

            @Override
            public Optional<LeaseRecord> read() {
                return Optional.empty();
            }

            @Override
            public Optional<LeaseRecord> write(LeaseRecord record) {
                return Optional.empty();
            }
        };
        assertThat(new JoinedLease(List.of(here, slow)).terms(LeaseTerms.usual()))
                .isEqualTo(longer);
    }
}
