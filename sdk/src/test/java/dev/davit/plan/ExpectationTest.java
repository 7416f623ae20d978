package dev.davit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectationTest {
    private static Change taking(Change change, long least, long most) {
        return new Change.Builder()
                .from(change)
                .estimate(new Estimate(new Seconds(least, most), "a guess"))
                .build();
    }

    private static final Change STORE = Plans.create("Store", "s", 10, "s");
    private static final Change WEB = Plans.create("Service", "web", 50, "web");
    private static final Change API = Plans.create("Service", "api", 50, "api");

    @Test
    void changes_of_one_wave_run_beside_each_other_and_waves_do_not() {
        Plan plan = Plans.plan(Plans.needs(), taking(STORE, 5, 6), taking(WEB, 10, 100), taking(API, 20, 30));

        assertThat(Expectation.of(plan)).contains(new Expectation(new Seconds(25, 106), 0));
    }

    @Test
    void what_nobody_knows_comes_on_top_and_is_counted() {
        Plan plan = Plans.plan(Plans.needs(), STORE, taking(WEB, 10, 100));

        assertThat(Expectation.of(plan)).contains(new Expectation(new Seconds(10, 100), 1));
    }

    @Test
    void it_is_never_shorter_than_the_writes_take() {
        Comparison found = Plans.comparison(List.of(taking(WEB, 10, 100)));
        Comparison slow = new Comparison(
                found.place(),
                found.changes(),
                List.of(),
                found.verification(),
                found.recorded(),
                List.of(),
                List.of(),
                List.of(),
                1,
                Optional.of(new Pace(90, 30)));
        Plan plan = Planner.plan(Plans.wanted(Plans.needs()), slow, Plans.READ, Plans.EXPIRES);

        assertThat(Expectation.of(plan)).contains(new Expectation(new Seconds(120, 220), 0));
    }

    @Test
    void where_nothing_is_known_nothing_is_said() {
        assertThat(Expectation.of(Plans.plan(Plans.needs(), WEB))).isEmpty();
    }
}
