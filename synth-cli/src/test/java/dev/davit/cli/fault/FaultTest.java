package dev.davit.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.Child;
import dev.davit.cli.Shell;
import dev.davit.testcluster.Call;
import dev.davit.testcluster.Fault;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a network and a busy server do to an apply: bounded tries, the right code, nothing lost, nothing double. */
@Tag("slow")
@OnFakeNodes
class FaultTest {
    private static final Fault CONFLICT = Fault.status(409, "Conflict", "the object has been modified; try again");
    private static final Fault UNAVAILABLE = Fault.status(503, "ServiceUnavailable", "the server is starting");
    private static final Fault INVALID = Fault.status(422, "Invalid", "CronJob \"report\" is invalid: no");

    @TempDir
    private Path scratch;

    private TestCluster cluster;
    private Shell shell;

    @BeforeEach
    void aStack(TestCluster given) throws IOException {
        cluster = given;
        shell = new Shell(scratch);
        Voyage.defineFew(shell, "0 3 * * *");
    }

    private Voyage voyage() {
        return new Voyage(cluster, shell);
    }

    private static Map<String, Fault> passing() {
        Map<String, Fault> faults = new TreeMap<>();
        faults.put("cut before the server acted", Fault.cutBefore());
        faults.put("cut after the server acted", Fault.cutAfter());
        faults.put("429 with a pause", Fault.tooMany(1));
        faults.put("429 without one", Fault.status(429, "TooManyRequests", "too many"));
        faults.put("500", Fault.status(500, "InternalError", "an error on the server"));
        faults.put("500 of a webhook", Fault.status(500, "InternalError", "failed calling webhook \"w\": EOF"));
        faults.put("503", UNAVAILABLE);
        faults.put("504", Fault.status(504, "Timeout", "request did not complete in time"));
        faults.put("a lost race for a quota", Fault.quotaRace());
        faults.put("an answer that breaks off", Fault.truncated());
        faults.put("an answer of half a document", Fault.halfJson());
        faults.put("a slow answer", Fault.slow(Duration.ofMillis(300)));
        return faults;
    }

    /** Matches what was not asked before, so that whatever is asked again gets through. */
    private static Predicate<Call> firstOfEach(Predicate<Call> which) {
        Set<Call> met = ConcurrentHashMap.newKeySet();
        return call -> which.test(call) && met.add(call);
    }

    private interface Trial {
        void of(String name, Fault fault) throws Exception;
    }

    private void three(Map<String, Fault> faults, Trial trial) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Callable<Void>> all = new ArrayList<>();
        faults.forEach((name, fault) -> all.add(() -> {
            trial.of(name, fault);
            return null;
        }));
        try {
            for (Future<Void> one : threads.invokeAll(all)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void check_19_each_call_that_fails_once_is_made_again_and_the_apply_is_done() throws Exception {
        int calls;
        Map<String, Map<String, String>> ends = new ConcurrentHashMap<>();
        try (Voyage voyage = voyage()) {
            voyage.davit(0, "apply Few.java --yes");
            calls = voyage.proxy().calls().size();
            ends.put("no fault", voyage.objects());
        }
        three(passing(), (name, fault) -> {
            try (Voyage voyage = voyage()) {
                // Of a lost race for a quota only a write can tell.
                voyage.proxy().always(firstOfEach(it -> it.isWrite() || !name.contains("quota")), fault);
                voyage.davit(0, "apply Few.java --yes");
                assertThat(voyage.proxy().calls()).as(name).hasSizeLessThanOrEqualTo(2 * calls);
                Map<Call, Long> tries = voyage.proxy().calls().stream()
                        .filter(it -> it.isStep() && !it.path().contains("/davit-few"))
                        .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
                long expected = name.equals("a slow answer") ? 1 : 2;
                assertThat(tries).as(name).hasSize(4);
                assertThat(tries.values()).as("%s: %s", name, tries).containsOnly(expected);
                voyage.isAtItsGoal("few");
                assertThat(voyage.releases()).isEqualTo(1);
                ends.put(name, voyage.objects());
            }
        });
        assertThat(Set.copyOf(ends.values())).hasSize(1);
    }

    @Test
    void check_19_a_refusal_and_a_conflict_get_exactly_one_try() throws Exception {
        try (Voyage voyage = voyage()) {
            voyage.proxy().always(it -> it.writes("cronjobs"), INVALID);
            Child.Result refused = voyage.davit(6, "apply Few.java --yes");
            assertThat(refused.err()).contains("CronJob \"report\" is invalid: no");
            assertThat(voyage.proxy().count(it -> it.writes("cronjobs"))).isEqualTo(1);

            voyage.proxy().clear();
            voyage.proxy().always(it -> it.writes("cronjobs"), CONFLICT);
            voyage.davit(6, "apply Few.java --yes --resume");
            assertThat(voyage.proxy().count(it -> it.writes("cronjobs"))).isEqualTo(1);

            voyage.proxy().clear();
            voyage.davit(0, "apply Few.java --yes --resume");
            voyage.isAtItsGoal("few");
        }
    }

    @Test
    void a_storm_of_conflicts_ends_as_a_stale_plan() throws Exception {
        try (Voyage voyage = voyage()) {
            voyage.davit(0, "apply Few.java --yes");
            Voyage.defineFew(shell, "0 4 * * *");
            voyage.proxy().clear();
            voyage.proxy().always(it -> it.writes("cronjobs"), CONFLICT);
            long begin = System.nanoTime();
            Child.Result stale = voyage.davit(5, "apply Few.java --yes");
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(40));
            assertThat(stale.err()).contains("it changes faster than it can be written, 10 tries");
            assertThat(voyage.proxy().count(it -> it.writes("cronjobs"))).isEqualTo(11);

            voyage.proxy().clear();
            voyage.proxy().next(9, it -> it.writes("cronjobs"), CONFLICT);
            voyage.davit(0, "apply Few.java --yes");
            voyage.isAtItsGoal("few");
        }
    }

    @Test
    void a_server_that_is_not_there_is_given_up() throws Exception {
        try (Voyage voyage = voyage().with("retries", 4)) {
            voyage.proxy().always(it -> true, Fault.cutBefore());
            Child.Result result = voyage.davit(69, "diff Few.java");
            assertThat(result.err()).contains("the API server does not answer");
            assertThat(voyage.proxy().calls()).hasSizeBetween(4, 60);
        }
    }

    @Test
    void a_server_that_stays_busy_is_given_up_before_anything_is_written() throws Exception {
        try (Voyage voyage = voyage().with("retries", 4)) {
            voyage.proxy().always(Call::isWrite, Fault.tooMany(1));
            Child.Result result = voyage.davit(69, "apply Few.java --yes");
            assertThat(result.err()).contains("the API server cannot do it (too many requests), ");
            assertThat(voyage.proxy().count(Call::isWrite)).isBetween(3L, 6L);
        }
    }

    @Test
    void a_server_that_goes_away_leaves_what_can_be_gone_on_with() throws Exception {
        try (Voyage voyage = voyage().with("lease", 6).with("retries", 3)) {
            goesAway(voyage);
        }
    }

    @Test
    void a_server_that_is_away_for_longer_than_a_lease_leaves_what_can_be_gone_on_with() throws Exception {
        try (Voyage voyage = voyage().with("lease", 3).with("retries", 20)) {
            goesAway(voyage);
        }
    }

    private void goesAway(Voyage voyage) throws Exception {
        // Of lease, namespace, parent, release and four objects.
        boolean[] away = {false};
        voyage.proxy().fault(it -> it.writes("networkpolicies"), 1, 1, exchange -> {
            away[0] = true;
            exchange.cut();
        });
        voyage.proxy().always(it -> away[0], Fault.cutBefore());
        long begin = System.nanoTime();
        Child.Result result = voyage.davit(6, "apply Few.java --yes");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(45));
        assertThat(result.err()).contains("davit apply --resume");

        voyage.proxy().clear();
        assertThat(voyage.davit(0, "apply Few.java --yes --resume").err()).contains("this goes on with release 1");
        voyage.isAtItsGoal("few");
        assertThat(voyage.releases()).isEqualTo(1);
    }

    @Test
    void an_expired_token_is_renewed_once_and_then_given_up() throws Exception {
        Fault expired = Fault.status(401, "Unauthorized", "Unauthorized");
        Path plugin = Files.writeString(scratch.resolve("plugin"), """
                echo called >>%s
                echo '{"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status": {"token": "t"}}'
                """.formatted(scratch.resolve("calls")));
        String user =
                "{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: sh, args: [%s]}}"
                        .formatted(plugin);
        try (Voyage voyage = voyage().as(user)) {
            voyage.proxy().next(1, it -> it.writes("cronjobs"), expired);
            voyage.davit(0, "apply Few.java --yes");
            assertThat(Files.readAllLines(scratch.resolve("calls"))).hasSize(2);
            assertThat(voyage.proxy().count(it -> it.writes("cronjobs"))).isEqualTo(2);
            voyage.isAtItsGoal("few");

            Voyage.defineFew(shell, "0 5 * * *");
            voyage.proxy().clear();
            voyage.proxy().always(it -> it.writes("cronjobs"), expired);
            Child.Result refused = voyage.davit(77, "apply Few.java --yes");
            assertThat(refused.err()).contains("the server does not know us");
            assertThat(voyage.proxy().count(it -> it.writes("cronjobs"))).isEqualTo(2);

            voyage.proxy().clear();
            voyage.davit(0, "apply Few.java --yes");
            voyage.isAtItsGoal("few");
        }
    }
}
