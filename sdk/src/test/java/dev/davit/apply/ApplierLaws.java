package dev.davit.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.ApplyException.Reason;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ApplierLaws {
    /** One object: the value it has, the value it is to have (0: none), and which of those before it it needs. */
    record Part(int live, int wanted, List<Integer> needs) {}

    private static World world(List<Part> parts) {
        Map<String, Integer> live = new HashMap<>();
        Map<String, Integer> wanted = new HashMap<>();
        Map<String, Set<String>> needs = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.live() > 0) {
                live.put("t" + i, part.live());
            }
            if (part.wanted() > 0) {
                wanted.put("t" + i, part.wanted());
            }
            Set<String> all = new HashSet<>();
            for (int need : part.needs()) {
                if (need < i && part.wanted() > 0 && parts.get(need).wanted() > 0) {
                    all.add("t" + need);
                }
            }
            if (!all.isEmpty()) {
                needs.put("t" + i, all);
            }
        }
        return World.of(wanted, needs).with(live);
    }

    private static Map<String, Long> goal(List<Part> parts) {
        Map<String, Long> goal = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).wanted() > 0) {
                goal.put("t" + i, (long) parts.get(i).wanted());
            }
        }
        return goal;
    }

    private static void assertClean(Bench bench, Outcome last, List<Part> parts) {
        World world = bench.world;
        assertThat(last.ending()).as(last.detail()).isIn(Ending.DONE, Ending.NOTHING_TO_DO);
        assertThat(world.values()).isEqualTo(goal(parts));
        assertThat(world.offences).isEmpty();
        assertThat(world.creations.values()).allMatch(times -> times == 1);
        assertThat(world.writes).doesNotHaveDuplicates();
        assertThat(world.prepared).isFalse();
        assertThat(world.plan().isEmpty()).isTrue();
        assertThat(world.releases.values()).noneMatch(it -> it.state() == Release.State.RUNNING);
        world.releases.values().stream()
                .reduce((some, newer) -> newer)
                .ifPresent(it -> assertThat(it.state()).isEqualTo(Release.State.DONE));
        try (Journal journal = bench.journal()) {
            assertThat(journal.unfinished()).isEmpty();
        }
    }

    @Property(tries = 12)
    void killed_at_any_call_and_run_again_it_comes_to_the_same_end(
            @ForAll("parts") List<Part> parts, @ForAll boolean after) throws IOException {
        boolean killed = true;
        for (int at = 0; killed; at++) {
            try (Bench bench = new Bench(world(parts))) {
                killed = bench.runUntilKilled(at, after);
                assertClean(bench, bench.run(WorldOperator.NONE), parts);
                assertThat(at).isLessThan(100);
            }
        }
    }

    @Property(tries = 12)
    void killed_at_any_call_and_resumed_it_makes_each_write_once(
            @ForAll("parts") List<Part> parts, @ForAll boolean after) throws IOException {
        boolean killed = true;
        for (int at = 0; killed; at++) {
            try (Bench bench = new Bench(world(parts))) {
                killed = bench.runUntilKilled(at, after);
                assertClean(bench, bench.resume(), parts);
            }
        }
    }

    @Property(tries = 30)
    void killed_again_and_again_it_comes_to_the_same_end(
            @ForAll("parts") List<Part> parts, @ForAll("moments") List<Integer> moments) throws IOException {
        try (Bench bench = new Bench(world(parts))) {
            for (int at : moments) {
                bench.runUntilKilled(at, at % 2 == 0);
            }
            assertClean(bench, bench.resume(), parts);
        }
    }

    @Property(tries = 12)
    void whatever_call_fails_nothing_is_done_out_of_order_and_a_later_run_completes_it(
            @ForAll("parts") List<Part> parts, @ForAll boolean after, @ForAll Reason reason) throws IOException {
        boolean[] met = {true};
        for (int at = 0; met[0]; at++) {
            try (Bench bench = new Bench(world(parts))) {
                met[0] = false;
                int failing = at;
                Outcome outcome = bench.run((call, done) -> {
                    if (call == failing && done == after) {
                        met[0] = true;
                        throw new ApplyException(reason, "it failed", "somewhere", "try again", null);
                    }
                });
                assertThat(bench.world.offences).isEmpty();
                assertThat(outcome.steps()).allMatch(it -> it.isGood() || outcome.ending() != Ending.DONE);
                assertClean(bench, bench.run(WorldOperator.NONE), parts);
            }
        }
    }

    @Property(tries = 12)
    void who_slept_past_its_lease_writes_no_more_and_who_follows_completes_it(@ForAll("parts") List<Part> parts)
            throws IOException {
        boolean[] met = {true};
        for (int at = 1; met[0]; at++) {
            try (Bench bench = new Bench(world(parts))) {
                met[0] = false;
                int sleeping = at;
                int[] writes = {0};
                bench.run((call, done) -> {
                    if (call == sleeping && !done) {
                        met[0] = true;
                        writes[0] = bench.world.writes.size();
                        bench.ticker.goOn(LeaseTerms.usual().lasts());
                    }
                });
                if (met[0]) {
                    assertThat(bench.world.writes).hasSize(writes[0]);
                }
                assertClean(bench, bench.run(WorldOperator.NONE), parts);
            }
        }
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        return Combinators.combine(
                        Arbitraries.of(0, 1, 1, 2),
                        Arbitraries.of(0, 1, 2, 2),
                        Arbitraries.integers().between(0, 5).list().ofMaxSize(2))
                .as(Part::new)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Integer>> moments() {
        return Arbitraries.integers().between(0, 14).list().ofMaxSize(5);
    }
}
