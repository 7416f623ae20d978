package dev.davit.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AsideTest {
    @Test
    void it_runs_on_a_daemon_thread_of_the_name_given() {
        Thread thread = Aside.start("davit-aside", Thread::currentThread).get();
        assertThat(thread.getName()).isEqualTo("davit-aside");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void waiting_for_it_fails_as_it_did() {
        RuntimeException failure = new IllegalArgumentException("no");
        assertThatThrownBy(() -> failing(failure).get()).isSameAs(failure);
        Error fault = new StackOverflowError();
        assertThatThrownBy(() -> failing(fault).get()).isSameAs(fault);
    }

    private static Aside<String> failing(Throwable failure) {
        return Aside.start("davit-aside", () -> {
            if (failure instanceof Error fault) {
                throw fault;
            }
            throw (RuntimeException) failure;
        });
    }

    @Test
    void what_comes_then_gets_the_result() throws Exception {
        CompletableFuture<String> got = new CompletableFuture<>();
        Aside.start("davit-aside", () -> "done").then(got::complete);
        assertThat(got.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }
}
