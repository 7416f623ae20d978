package dev.davit.render.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Ticker;
import dev.davit.document.MapNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the API takes in a minute is kept to, as its answers say it. */
class BudgetTest {
    private static final String BUSY = "{\"message\":\"rate limit exceeded\"}";

    @Test
    void more_writes_than_a_minute_takes_wait_for_the_next_and_are_told_of() {
        try (Stage stage = Stage.usual()) {
            IntStream.range(0, 31).forEach(it -> stage.created("group-" + it));

            assertThat(stage.names()).hasSize(31);
            assertThat(stage.told).containsExactly("waiting 60 s: Render takes 30 writes a minute");
            assertThat(stage.ticker.passed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
            assertThat(stage.sandbox.log()).noneMatch(it -> it.status() == 429);
            assertThat(stage.api.writesPerMinute()).isEqualTo(30);
        }
    }

    @Test
    void reads_do_not_wait_for_writes() {
        try (Stage stage = Stage.usual()) {
            IntStream.range(0, 30).forEach(it -> stage.created("group-" + it));
            IntStream.range(0, 50).forEach(it -> stage.names());
            assertThat(stage.ticker.passed()).isZero();
        }
    }

    @Test
    void writes_from_many_threads_are_all_made_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Stage stage = Stage.usual()) {
            List<Future<String>> created = IntStream.range(0, 70)
                    .mapToObj(it -> threads.submit(() -> stage.created("group-" + it)))
                    .toList();
            for (Future<String> each : created) {
                each.get();
            }
            assertThat(stage.names())
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 70).mapToObj(it -> "group-" + it).collect(Collectors.toList()));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_refusal_that_says_how_long_is_waited_for_just_so_long() {
        try (Script script = new Script()) {
            script.answers(429, BUSY, "Retry-After", "24").answers(201, "{\"id\":\"srv-1\"}");
            assertThat(script.api.post("/services", null).getText("id")).contains("srv-1");
            assertThat(script.ticker.passed()).isEqualTo(Duration.ofSeconds(24));
            assertThat(script.told).containsExactly("waiting 24 s: Render takes no more writes for now");
        }
    }

    @Test
    void a_refusal_may_name_a_moment_by_the_clock_of_the_server() {
        Answer answer = new Answer(
                429,
                HttpHeaders.of(
                        Map.of(
                                "Date", List.of("Thu, 01 Oct 2026 10:00:00 GMT"),
                                "Retry-After", List.of("Thu, 01 Oct 2026 10:00:40 GMT")),
                        (name, value) -> true),
                new byte[0]);
        assertThat(answer.pause(HurriedTicker.START)).contains(Duration.ofSeconds(40));
    }

    @Test
    void a_budget_may_come_with_its_policy() {
        try (Script script = new Script()) {
            script.answers(200, "{}", "RateLimit-Limit", "7, 7;w=60");
            script.api.patch("/services/srv-1", new MapNode(null));
            assertThat(script.api.writesPerMinute()).isEqualTo(7);
        }
    }

    @Test
    void a_refusal_that_does_not_say_how_long_is_answered_with_growing_pauses() {
        try (Script script = new Script()) {
            script.answers(429, BUSY).answers(429, BUSY).answers(429, BUSY).answers(200, "[]");
            assertThat(script.api.array("/registrycredentials")).isEmpty();
            assertThat(script.requests).hasSize(4);
            assertThat(script.ticker.passed()).isBetween(Duration.ofMillis(1750), Duration.ofMillis(3500));
        }
    }

    @Test
    void nobody_waits_an_hour() {
        try (Script script = new Script()) {
            script.answers(429, BUSY, "Retry-After", "3600");
            assertThatThrownBy(() -> script.api.post("/services", null))
                    .isInstanceOfSatisfying(ApplyException.class, e -> {
                        assertThat(e.reason()).isEqualTo(ApplyException.Reason.UNAVAILABLE);
                        assertThat(e).hasMessage("Render takes no more writes for now; it would take another 3600 s");
                    });
            assertThat(script.ticker.passed()).isZero();
            assertThat(script.requests).hasSize(1);
        }
    }

    @Test
    void refusals_without_end_are_given_up() {
        try (Script script = new Script()) {
            script.answers(429, BUSY, "Retry-After", "0");
            assertThatThrownBy(() -> script.api.get("/services/srv-1")).isInstanceOf(ApplyException.class);
            assertThat(script.ticker.passed()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
            assertThat(script.requests).hasSizeLessThan(50);
        }
    }

    @Test
    void deploys_of_a_service_logs_reads_and_other_writes_have_their_own() {
        HurriedTicker ticker = new HurriedTicker();
        Budgets budgets = new Budgets(ticker);
        Call deploy = Call.send("POST", "/services/srv-1/deploys", null);
        budgets.learn(deploy, says(10, 0, 30));

        assertThat(budgets.take(deploy)).isEqualTo(Duration.ofSeconds(30));
        assertThat(budgets.take(Call.send("POST", "/services/srv-1/rollback", null)))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(budgets.words(deploy)).isEqualTo("Render takes 10 deploys of a service a minute");
        for (Call other : List.of(
                Call.send("POST", "/services/srv-2/deploys", null),
                Call.get("/services/srv-1/deploys?limit=100"),
                Call.get("/logs?ownerId=tea-1"),
                Call.send("POST", "/services/srv-1/suspend", null))) {
            assertThat(budgets.take(other)).as("%s", other).isZero();
        }
        assertThat(budgets.writesPerMinute()).isEqualTo(30);
        ticker.sleep(Duration.ofSeconds(30));
        assertThat(budgets.take(deploy)).isZero();
    }

    @Test
    void an_answer_that_was_long_on_its_way_gives_nothing_back() {
        Budget budget = new Budget(new HurriedTicker());
        budget.learn(says(30, 2, 60));
        assertThat(budget.take()).isZero();
        assertThat(budget.take()).isZero();
        budget.learn(says(30, 5, 59));
        assertThat(budget.take()).isEqualTo(Duration.ofSeconds(59));
    }

    private static Answer says(int limit, int remaining, int reset) {
        Map<String, List<String>> headers = Map.of(
                "RateLimit-Limit", List.of("" + limit),
                "RateLimit-Remaining", List.of("" + remaining),
                "RateLimit-Reset", List.of("" + reset));
        return new Answer(200, HttpHeaders.of(headers, (name, value) -> true), new byte[0]);
    }

    @Test
    void an_end_that_is_told_as_a_date_is_no_wait_of_years() {
        Budget budget = new Budget(new HurriedTicker());
        budget.learn(says(30, 0, 1_800_000_000));
        assertThat(budget.take()).isZero();
    }

    @Test
    void many_who_wait_for_the_same_are_told_of_once() {
        List<String> told = new ArrayList<>();
        // Time stands still, as it does for threads that begin to wait together.
        Patience patience = new Patience(new Standing(), () -> 0, told::add);
        Call call = Call.get("/services");
        for (int seconds : new int[] {3, 24, 24, 40}) {
            patience.rest(Duration.ofSeconds(seconds), "Render takes 30 writes a minute", call);
        }
        assertThat(told)
                .containsExactly(
                        "waiting 24 s: Render takes 30 writes a minute",
                        "waiting 40 s: Render takes 30 writes a minute");
    }

    @Test
    void an_answer_that_says_nothing_limits_nothing() {
        Budget budget = new Budget(new HurriedTicker());
        budget.learn(new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), new byte[0]));
        assertThat(budget.take()).isZero();
        assertThat(budget.limit()).isEmpty();
    }

    private static final class Standing implements Ticker {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public Instant now() {
            return HurriedTicker.START;
        }

        @Override
        public void sleep(Duration time) {
            // Others wait, too.
        }
    }
}
