package dev.davit.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.plan.Place;
import dev.davit.plan.Plan;
import dev.davit.plan.Verification;
import dev.davit.plan.Wanted;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompareOptionsTest {
    private static final CompareOptions CAUTIOUS = CompareOptions.cautious();
    private static final CompareOptions ASKING = CAUTIOUS.verifying(Verification.FULL);

    private static Plan plan(Verification verification) {
        return new Plan.Builder()
                .wanted(Wanted.nothing("shop", "prod", "kubernetes"))
                .place(new Place("kubernetes", "context prod", "6f2c"))
                .readAt(Instant.EPOCH)
                .expiresAt(Instant.EPOCH)
                .verification(verification)
                .build();
    }

    @Test
    void a_record_is_taken_for_proof_unless_somebody_says_otherwise() {
        assertThat(CAUTIOUS.verification()).isEqualTo(Verification.RECORDED);
        assertThat(new CompareOptions(true, Set.of(), Set.of()).verification()).isEqualTo(Verification.RECORDED);
    }

    @Test
    void a_plan_is_compared_again_the_way_it_was_made() {
        assertThat(CompareOptions.approvedBy(plan(Verification.FULL))).isEqualTo(ASKING);
        assertThat(CompareOptions.approvedBy(plan(Verification.RECORDED))).isEqualTo(CAUTIOUS);
    }

    @Test
    void of_two_that_are_joined_the_one_that_asks_more_decides() {
        assertThat(CAUTIOUS.and(ASKING)).isEqualTo(ASKING);
        assertThat(ASKING.and(CAUTIOUS)).isEqualTo(ASKING);
        assertThat(CAUTIOUS.and(CAUTIOUS)).isEqualTo(CAUTIOUS);
    }
}
