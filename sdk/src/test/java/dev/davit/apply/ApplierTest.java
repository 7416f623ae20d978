package dev.davit.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.StepResult.State;
import dev.davit.plan.Blocker;
import dev.davit.plan.Plan;
import dev.davit.plan.Stale;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplierTest {
    private Bench bench;
    private World world;

    @BeforeEach
    void begin() throws IOException {
        world = World.of(Map.of("db", 1, "api", 1, "web", 1), Map.of("api", Set.of("db"), "web", Set.of("api")))
                .with(Map.of("db", 3, "old", 1));
        bench = new Bench(world);
    }

    @AfterEach
    void end() throws IOException {
        bench.close();
    }

    private WorldOperator operator() {
        return new WorldOperator(world, WorldOperator.NONE);
    }

    private static String states(Outcome outcome) {
        return outcome.steps().stream()
                .map(it -> it.step().id() + " " + it.state())
                .collect(Collectors.joining(", "));
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        for (Event event : bench.events) {
            if (event instanceof Event.WaveBegun it) {
                told.add("wave " + it.wave().number() + " of " + it.of());
            } else if (event instanceof Event.StepBegun it) {
                told.add("begun " + it.step().id());
            } else if (event instanceof Event.StepWaits it) {
                told.add(it.step().id() + ": " + it.progress());
            } else if (event instanceof Event.StepEnded it) {
                told.add(it.result().step().id() + " " + it.result().state());
            } else if (event instanceof Event.Stopping it) {
                told.add("stopping: " + it.why());
            } else if (event instanceof Event.Ended it) {
                told.add("ended " + it.outcome().ending());
            } else {
                told.add(event.getClass().getSimpleName());
            }
        }
        return told;
    }

    @Test
    void an_apply_tells_what_it_does_and_leaves_a_record() {
        Outcome outcome = bench.run(WorldOperator.NONE);
        assertThat(outcome.ending()).isEqualTo(Ending.DONE);
        assertThat(told())
                .containsExactly(
                        "Preparing",
                        "LeaseTaken",
                        "Begun",
                        "wave 1 of 4",
                        "begun apply db",
                        "StepWritten",
                        "apply db: 2 looks left",
                        "apply db: 1 looks left",
                        "apply db DONE",
                        "wave 2 of 4",
                        "begun apply api",
                        "StepWritten",
                        "apply api: 2 looks left",
                        "apply api: 1 looks left",
                        "apply api DONE",
                        "wave 3 of 4",
                        "begun apply web",
                        "StepWritten",
                        "apply web: 2 looks left",
                        "apply web: 1 looks left",
                        "apply web DONE",
                        "wave 4 of 4",
                        "begun delete old",
                        "StepWritten",
                        "delete old DONE",
                        "ended DONE");
        Release release = world.releases.get(1);
        assertThat(outcome.release()).contains(release);
        assertThat(release.state()).isEqualTo(Release.State.DONE);
        assertThat(release.summary()).isEqualTo("2 create, 1 update, 1 delete");
        assertThat(release.by()).isEqualTo("ann@host");
        assertThat(world.lease.record.orElseThrow().holder()).isEmpty();
    }

    @Test
    void where_nothing_changes_nothing_is_called() {
        bench.run(WorldOperator.NONE);
        WorldOperator second = operator();
        bench.events.clear();
        try (Journal journal = bench.journal()) {
            assertThat(bench.applier(second, journal).apply(world.plan()).ending())
                    .isEqualTo(Ending.NOTHING_TO_DO);
        }
        assertThat(second.calls).isZero();
        assertThat(told()).containsExactly("ended NOTHING_TO_DO");
    }

    @Test
    void when_a_step_fails_nothing_that_comes_later_begins_and_the_rest_is_named() {
        world.brokenThings.add("api");
        Outcome outcome = bench.run(WorldOperator.NONE);
        assertThat(outcome.ending()).isEqualTo(Ending.PARTLY);
        assertThat(outcome.isResumable()).isTrue();
        assertThat(outcome.detail()).isEqualTo("apply Thing shop/api: image not found");
        assertThat(states(outcome)).isEqualTo("apply db DONE, apply api FAILED, apply web SKIPPED, delete old SKIPPED");
        assertThat(outcome.firstFailure().orElseThrow().evidence()).containsExactly("last log line");
        assertThat(outcome.steps().get(3).becauseOf().orElseThrow().id()).isEqualTo("apply api");
        assertThat(outcome.steps().get(3).detail()).isEqualTo("not begun: Thing shop/api comes first");
        assertThat(world.releases.get(1).failure()).contains("apply Thing shop/api: partly");
        assertThat(world.values()).containsKey("old");
        assertThat(world.lease.record.orElseThrow().holder()).isEmpty();

        world.brokenThings.clear();
        assertThat(states(bench.resume()))
                .isEqualTo("apply db WAS_DONE, apply api WAS_DONE, apply web DONE, delete old DONE");
        assertThat(world.writes).containsExactly("apply db", "apply api", "apply web", "delete old");
        assertThat(world.releases.get(1).state()).isEqualTo(Release.State.DONE);
    }

    @Test
    void what_an_earlier_run_left_unready_holds_up_what_needs_it_and_deletions_but_not_what_may_heal_it()
            throws IOException {
        World shop = World.of(Map.of("web", 1), Map.of("api", Set.of("web"))).with(Map.of("old", 1, "db", 1));
        shop.want(Map.of("web", 1, "old", 1, "db", 1));
        shop.brokenThings.add("web");
        try (Bench other = new Bench(shop)) {
            assertThat(other.run(WorldOperator.NONE).ending()).isEqualTo(Ending.FAILED);
            shop.want(Map.of("web", 1, "db", 2, "api", 1));
            Outcome again = other.run(WorldOperator.NONE);
            assertThat(states(again))
                    .isEqualTo("apply db DONE, apply web FAILED, apply api SKIPPED, delete old SKIPPED");
            assertThat(again.ending()).isEqualTo(Ending.PARTLY);
            assertThat(other.run(WorldOperator.NONE).ending()).isEqualTo(Ending.PARTLY);
            shop.brokenThings.clear();
            assertThat(states(other.run(WorldOperator.NONE)))
                    .isEqualTo("apply web WAS_DONE, apply api DONE, delete old DONE");
            assertThat(shop.offences).isEmpty();
            assertThat(shop.writes).containsExactly("apply web", "apply db", "apply api", "delete old");
        }
    }

    @Test
    void steps_that_run_beside_one_that_fails_are_finished() throws IOException {
        World wide = World.of(Map.of("a", 1, "b", 1, "c", 1), Map.of());
        wide.brokenThings.add("b");
        try (Bench other = new Bench(wide)) {
            Outcome outcome = other.run(WorldOperator.NONE);
            assertThat(outcome.steps()).noneMatch(it -> it.state() == State.NOT_AWAITED);
            assertThat(outcome.steps().get(1).state()).isEqualTo(State.FAILED);
        }
    }

    @Test
    void what_is_not_ready_in_time_has_an_ending_of_its_own_where_all_calls_are_made() throws IOException {
        World one = World.of(Map.of("a", 1), Map.of());
        one.slowThings.add("a");
        try (Bench other = new Bench(one);
                Journal journal = other.journal()) {
            ApplyOptions options =
                    other.options().stepTimeout(Duration.ofMillis(20)).build();
            Outcome outcome = new Applier(new WorldOperator(one, WorldOperator.NONE), journal, options, it -> {})
                    .apply(one.plan());
            assertThat(outcome.ending()).isEqualTo(Ending.NOT_READY);
            assertThat(outcome.detail()).isEqualTo("apply Thing shop/a: 0 of 1 ready");
        }
    }

    @Test
    void all_of_it_has_a_limit_too() throws IOException {
        World one = World.of(Map.of("a", 1, "b", 1), Map.of("b", Set.of("a")));
        one.slowThings.add("a");
        try (Bench other = new Bench(one);
                Journal journal = other.journal()) {
            ApplyOptions options =
                    other.options().totalTimeout(Duration.ofMillis(20)).build();
            Outcome outcome = new Applier(new WorldOperator(one, WorldOperator.NONE), journal, options, it -> {})
                    .apply(one.plan());
            assertThat(outcome.ending()).isEqualTo(Ending.PARTLY);
            assertThat(states(outcome)).isEqualTo("apply a NOT_READY, apply b SKIPPED");
        }
    }

    @Test
    void told_to_stop_it_finishes_the_call_waits_for_nothing_and_can_go_on() {
        world.slowThings.add("api");
        try (Journal journal = bench.journal()) {
            List<Applier> self = new ArrayList<>();
            Applier applier = new Applier(
                    operator(),
                    journal,
                    bench.options().build(),
                    event -> {
                        if (event instanceof Event.StepWaits it
                                && it.step().id().equals("apply api")) {
                            self.get(0).stop();
                        }
                    },
                    bench.ticker);
            self.add(applier);
            Outcome outcome = applier.apply(world.plan());
            assertThat(outcome.ending()).isEqualTo(Ending.INTERRUPTED);
            assertThat(states(outcome))
                    .isEqualTo("apply db DONE, apply api NOT_AWAITED, apply web SKIPPED, delete old SKIPPED");
            assertThat(outcome.isResumable()).isTrue();
        }
        assertThat(world.releases.get(1).state()).isEqualTo(Release.State.STOPPED);
        assertThat(world.lease.record.orElseThrow().holder()).isEmpty();
        world.slowThings.clear();
        assertThat(bench.resume().ending()).isEqualTo(Ending.DONE);
    }

    @Test
    void when_the_lease_was_ended_no_other_wave_begins_and_nobody_elses_record_is_touched() {
        Outcome outcome = bench.run((call, after) -> {
            if (after && world.writes.equals(List.of("apply db"))) {
                world.lease.put("bob@host/1", 7, bench.ticker.now(), 3600);
            }
        });
        assertThat(outcome.ending()).isEqualTo(Ending.LEASE_LOST);
        assertThat(outcome.detail()).isEqualTo("the lease is not ours any more: bob@host/1 has taken over");
        assertThat(states(outcome))
                .isEqualTo("apply db DONE, apply api SKIPPED, apply web SKIPPED, delete old SKIPPED");
        assertThat(world.releases.get(1).state()).isEqualTo(Release.State.RUNNING);
        assertThat(world.lease.record.orElseThrow().holder()).isEqualTo("bob@host/1");
    }

    @Test
    void told_to_stop_while_it_waits_for_the_lease_it_stops() {
        world.lease.put("bob@host/1", 7, bench.ticker.now(), 3600);
        try (Journal journal = bench.journal()) {
            List<Applier> self = new ArrayList<>();
            self.add(new Applier(
                    operator(),
                    journal,
                    bench.options().build(),
                    event -> {
                        if (event instanceof Event.LeaseAwaited) {
                            self.get(0).stop();
                        }
                    },
                    bench.ticker));
            assertThat(self.get(0).apply(world.plan()).ending()).isEqualTo(Ending.INTERRUPTED);
        }
        assertThat(world.writes).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_lease_of_someone_else_is_waited_for_and_then_named() {
        world.lease.put("bob@host/1", 7, bench.ticker.now(), 3600);
        Outcome outcome = bench.run(WorldOperator.NONE);
        assertThat(outcome.ending()).isEqualTo(Ending.LEASE_HELD);
        assertThat(outcome.detail()).startsWith("bob@host/1 is applying this stack, last seen at");
        assertThat(bench.events.get(1)).isEqualTo(new Event.LeaseAwaited("bob@host/1", Duration.ZERO));
        assertThat(world.writes).isEmpty();
    }

    @Test
    void without_a_right_nothing_is_written_not_even_the_lease() {
        WorldOperator operator = operator();
        operator.refusals = List.of(new Refusal("delete", "Thing", "shop"));
        try (Journal journal = bench.journal()) {
            Outcome outcome = bench.applier(operator, journal).apply(world.plan());
            assertThat(outcome.ending()).isEqualTo(Ending.NO_PERMISSION);
            assertThat(outcome.refusals()).isEqualTo(operator.refusals);
        }
        assertThat(operator.calls).isZero();
    }

    @Test
    void a_plan_with_a_blocker_is_not_begun() {
        Plan blocked = new Plan.Builder()
                .from(world.plan())
                .addBlockers(new Blocker(Optional.empty(), "a conflict", "where", "why", "next"))
                .build();
        WorldOperator operator = operator();
        try (Journal journal = bench.journal()) {
            Outcome outcome = bench.applier(operator, journal).apply(blocked);
            assertThat(outcome.ending()).isEqualTo(Ending.BLOCKED);
            assertThat(outcome.detail()).isEqualTo("a conflict");
        }
        assertThat(operator.calls).isZero();
    }

    @Test
    void a_saved_plan_that_went_stale_changes_nothing_and_gives_the_lease_back() {
        Plan saved = world.plan();
        world.with(Map.of("db", 9));
        try (Journal journal = bench.journal()) {
            Outcome outcome = bench.applier(operator(), journal).applySaved(saved, world::compare);
            assertThat(outcome.ending()).isEqualTo(Ending.STALE);
            assertThat(outcome.stale()).extracting(Stale::what).containsExactly("it was deleted and made anew");
            assertThat(journal.unfinished()).isEmpty();
        }
        assertThat(world.writes).isEmpty();
        assertThat(world.releases).isEmpty();
        assertThat(world.lease.record.orElseThrow().holder()).isEmpty();
    }

    @Test
    void a_listener_that_breaks_does_not_break_the_apply() {
        try (Journal journal = bench.journal()) {
            Applier applier = new Applier(
                    operator(),
                    journal,
                    bench.options().build(),
                    event -> {
                        throw new IllegalStateException("closed pipe");
                    },
                    bench.ticker);
            assertThat(applier.apply(world.plan()).ending()).isEqualTo(Ending.DONE);
        }
    }

    @Test
    void an_operator_that_breaks_fails_its_step_and_no_more() {
        Outcome outcome = bench.run((call, after) -> {
            if (call == 3 && !after) {
                throw new IllegalStateException("a bug");
            }
        });
        assertThat(outcome.firstFailure().orElseThrow().detail()).isEqualTo("a bug");
        assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
        assertThat(bench.run(WorldOperator.NONE).ending()).isEqualTo(Ending.DONE);
    }

    @Test
    void what_the_platform_says_is_not_written_down() {
        bench.run((call, after) -> {
            if (call == 3 && !after) {
                throw new ApplyException(
                        ApplyException.Reason.REFUSED, "invalid value: canary-7", "where", "next", null);
            }
        });
        assertThat(bench.journalText()).contains("\"reason\":\"REFUSED\"").doesNotContain("canary-7");
        assertThat(world.releases.get(1).toString()).doesNotContain("canary-7");
    }

    @Test
    void a_record_that_a_crash_left_open_is_closed_by_who_comes_next() throws IOException {
        assertThat(bench.runUntilKilled(4, false)).isTrue();
        assertThat(world.releases.get(1).state()).isEqualTo(Release.State.RUNNING);
        bench.run(WorldOperator.NONE);
        assertThat(world.releases.get(1).state()).isEqualTo(Release.State.FAILED);
        assertThat(world.releases.get(1).failure()).contains("it ended without a word");
        assertThat(world.releases.get(2).state()).isEqualTo(Release.State.DONE);
    }

    @Test
    void told_not_to_wait_it_waits_for_nothing_that_nothing_deletes_after() throws IOException {
        world = World.of(Map.of("db", 1, "api", 1), Map.of());
        bench = new Bench(world);
        Outcome outcome = notWaiting();
        assertThat(outcome.ending()).isEqualTo(Ending.DONE);
        assertThat(outcome.detail()).isEqualTo("all is written, and not waited for");
        assertThat(states(outcome)).isEqualTo("apply api NOT_AWAITED, apply db NOT_AWAITED");
        assertThat(world.releases.get(1).state()).isEqualTo(Release.State.DONE);
        assertThat(world.releases.get(1).awaited()).isFalse();
        assertThat(bench.run(WorldOperator.NONE).ending()).isEqualTo(Ending.NOTHING_TO_DO);
    }

    @Test
    void told_not_to_wait_it_still_deletes_nothing_before_all_else_is_ready() {
        Outcome outcome = notWaiting();
        assertThat(states(outcome)).isEqualTo("apply db DONE, apply api DONE, apply web DONE, delete old NOT_AWAITED");
        assertThat(world.offences).isEmpty();
    }

    @Test
    void told_not_to_wait_and_to_stop_it_is_not_done() throws IOException {
        world = World.of(Map.of("a", 1, "b", 1), Map.of("b", Set.of("a")));
        bench = new Bench(world);
        try (Journal journal = bench.journal()) {
            List<Applier> self = new ArrayList<>();
            self.add(new Applier(
                    operator(),
                    journal,
                    bench.options().isAwaiting(false).build(),
                    event -> {
                        if (event instanceof Event.StepEnded) {
                            self.get(0).stop();
                        }
                    },
                    bench.ticker));
            Outcome outcome = self.get(0).apply(world.plan());
            assertThat(outcome.ending()).isEqualTo(Ending.INTERRUPTED);
            assertThat(states(outcome)).isEqualTo("apply a NOT_AWAITED, apply b SKIPPED");
        }
    }

    private Outcome notWaiting() {
        try (Journal journal = bench.journal()) {
            return new Applier(
                            operator(),
                            journal,
                            bench.options().isAwaiting(false).build(),
                            bench.events::add,
                            bench.ticker)
                    .apply(world.plan());
        }
    }

    @Test
    void on_another_machine_it_waits_for_what_the_one_that_died_left_unready() throws IOException {
        world.slowThings.add("db");
        assertThat(bench.runUntilKilled(4, true)).isTrue();
        assertThat(world.writes).containsExactly("apply db");
        world.slowThings.clear();

        try (Bench another = new Bench(world)) {
            Outcome outcome = another.run(WorldOperator.NONE);
            assertThat(states(outcome))
                    .isEqualTo("left Thing shop/db WAS_DONE, apply api DONE, apply web DONE, delete old DONE");
            assertThat(outcome.ending()).isEqualTo(Ending.DONE);
        }
        assertThat(world.offences).isEmpty();
    }

    @Test
    void what_nobody_knows_of_is_kept_in_mind_until_it_is_ready() throws IOException {
        world.slowThings.add("db");
        assertThat(bench.runUntilKilled(4, true)).isTrue();
        try (Bench another = new Bench(world)) {
            assertThat(another.runUntilKilled(4, false)).isTrue();
            world.slowThings.clear();
            assertThat(another.run(WorldOperator.NONE).ending()).isEqualTo(Ending.DONE);
        }
        assertThat(world.offences).isEmpty();
    }

    @Test
    void what_mends_an_object_that_another_machine_left_broken_comes_before_it() throws IOException {
        world.brokenThings.add("web");
        assertThat(bench.run(WorldOperator.NONE).ending()).isEqualTo(Ending.PARTLY);
        world.want(Map.of("db", 1, "api", 2, "web", 1));
        try (Bench another = new Bench(world)) {
            WorldOperator operator = operator();
            List<String> order = new ArrayList<>();
            try (Journal journal = another.journal()) {
                new Applier(
                                operator,
                                journal,
                                another.options().build(),
                                event -> {
                                    if (event instanceof Event.StepEnded it) {
                                        order.add(it.result().step().id());
                                        world.brokenThings.clear();
                                    }
                                },
                                another.ticker)
                        .apply(world.plan());
            }
            assertThat(order).containsExactly("apply api", "left Thing shop/web", "delete old");
        }
    }
}
