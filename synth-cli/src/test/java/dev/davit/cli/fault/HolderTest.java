package dev.davit.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.Child;
import dev.davit.cli.Shell;
import dev.davit.testcluster.Call;
import dev.davit.testcluster.Fault;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who holds a stack's lease, and what becomes of it: paused, followed, broken, and told to stop. */
@Tag("slow")
@OnFakeNodes
class HolderTest {
    private static final String APPLY = "apply Few.java --yes";

    @TempDir
    private Path scratch;

    private Voyage voyage;

    @BeforeEach
    void aStack(TestCluster cluster) throws IOException {
        Shell shell = new Shell(scratch);
        Voyage.defineFew(shell, "0 3 * * *");
        voyage = new Voyage(cluster, shell);
    }

    @AfterEach
    void end() {
        voyage.close();
    }

    private static void signal(Process process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts an apply and returns when the server has made the ServiceAccount; the answer is on its way after that time. */
    private Process startedAndHeldBack(Duration time) throws Exception {
        CountDownLatch made = new CountDownLatch(1);
        voyage.proxy().next(1, it -> it.writes("serviceaccounts"), exchange -> {
            Fault.Answer answer = exchange.forward();
            made.countDown();
            Thread.sleep(time.toMillis());
            exchange.reply(answer, answer.body().length);
        });
        Process davit = voyage.start("one", APPLY);
        assertThat(made.await(60, TimeUnit.SECONDS)).isTrue();
        return davit;
    }

    @Test
    void check_11_who_slept_past_the_lease_and_was_followed_writes_no_more() throws Exception {
        voyage.with("lease", 3);
        Process paused = startedAndHeldBack(Duration.ZERO);
        signal(paused, "STOP");
        try {
            Child.Result held = Voyage.finish(voyage.start("two", APPLY + " --lock-timeout 0s"));
            assertThat(held.code()).as(held.err()).isEqualTo(4);
            assertThat(held.err()).contains("is applying this stack");

            Child.Result follower = Voyage.finish(voyage.start("two", APPLY));
            assertThat(follower.code()).as(follower.err()).isZero();
            voyage.proxy().clear();
            signal(paused, "CONT");
            Child.Result late = Voyage.finish(paused);
            assertThat(late.code()).as(late.err()).isEqualTo(4);
            assertThat(late.err()).contains("somebody else may have taken over, so this apply stopped writing");
            assertThat(voyage.proxy().calls()).noneMatch(Call::isWrite);
        } finally {
            paused.destroyForcibly();
        }
        voyage.isAtItsGoal("few", "two");
    }

    @Test
    void who_loses_the_lease_between_two_waves_begins_no_other() throws Exception {
        Process davit = startedAndHeldBack(Duration.ofSeconds(2));
        voyage.kubectl("patch", "lease", "davit-few-" + voyage.stage(), "--type=merge", "-p", """
                {"spec": {"holderIdentity": "someone@elsewhere/1", "leaseTransitions": 7}}""");
        voyage.proxy().clear();
        Child.Result lost = Voyage.finish(davit);
        assertThat(lost.code()).as(lost.err()).isEqualTo(4);
        assertThat(lost.err()).contains("the lease is not ours any more: someone@elsewhere/1 has taken over");
        assertThat(voyage.proxy().calls()).noneMatch(Call::isWrite);
    }

    @Test
    void a_lease_that_is_broken_lets_the_next_one_in_and_stops_its_holder() throws Exception {
        Process davit = startedAndHeldBack(Duration.ofSeconds(12));
        Child.Result shown = voyage.davit(0, "unlock --stack few --target kubernetes");
        String holder = shown.out().replaceAll("(?s).*?(\\S+@\\S+/[^\\s,]+).*", "$1");
        assertThat(voyage.davit(64, "unlock --stack few --target kubernetes --break me@here/1")
                        .err())
                .contains("the lease is not held by me@here/1", "its holder is " + holder);
        assertThat(voyage.davit(0, "unlock --stack few --target kubernetes --break " + holder)
                        .err())
                .contains("the lease of " + holder + " is ended");

        Child.Result next = Voyage.finish(voyage.start("two", APPLY + " --lock-timeout 0s"));
        assertThat(next.code()).as(next.err()).isZero();
        Child.Result broken = Voyage.finish(davit);
        assertThat(broken.code()).as(broken.err()).isEqualTo(4);
        voyage.isAtItsGoal("few", "two");
    }

    @Test
    void the_first_signal_lets_the_running_call_finish() throws Exception {
        for (List<String> each : List.of(List.of("INT", "130"), List.of("TERM", "143"))) {
            Process davit = startedAndHeldBack(Duration.ofSeconds(2));
            signal(davit, each.get(0));
            Child.Result stopped = Voyage.finish(davit);
            assertThat(stopped.code()).as(stopped.err()).isEqualTo(Integer.parseInt(each.get(1)));
            assertThat(stopped.err()).contains("error: the apply was stopped", "davit apply --resume");
            assertThat(voyage.proxy().calls()).noneMatch(it -> it.writes("networkpolicies"));

            voyage.proxy().clear();
            Child.Result resumed = Voyage.finish(voyage.start("one", APPLY + " --resume"));
            assertThat(resumed.code()).as(resumed.err()).isZero();
            assertThat(voyage.proxy().count(it -> it.writes("serviceaccounts"))).isZero();
            voyage.isAtItsGoal("few", "one");
            voyage.proxy().clear();
            voyage.kubectl("delete", "serviceaccount", "report");
            voyage.kubectl("delete", "networkpolicy", "report");
        }
    }

    @Test
    void the_second_signal_stops_at_once() throws Exception {
        Process davit = startedAndHeldBack(Duration.ofSeconds(30));
        try (BufferedReader said = davit.errorReader()) {
            signal(davit, "INT");
            String line = said.readLine();
            while (line != null && !line.contains("told to stop")) {
                line = said.readLine();
            }
            assertThat(line).isNotNull();
            signal(davit, "INT");
            assertThat(davit.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(davit.exitValue()).isEqualTo(130);
        } finally {
            davit.destroyForcibly();
        }
        voyage.with("lease", 3);
        Child.Result unlocked = voyage.davit(0, "unlock --stack few --target kubernetes");
        String holder = unlocked.out().replaceAll("(?s).*?(\\S+@\\S+/[^\\s,]+).*", "$1");
        voyage.davit(0, "unlock --stack few --target kubernetes --break " + holder);
        Child.Result again = Voyage.finish(voyage.start("one", APPLY));
        assertThat(again.code()).as(again.err()).isZero();
        voyage.isAtItsGoal("few", "one");
    }
}
