package dev.davit.k8s.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.davit.apply.ApplyException;
import dev.davit.document.MapNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outside check 19: what may pass is tried again, what will not is tried once. A server that answers as told, on this machine. */
class RetriesTest {
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Hurried time = new Hurried();
    private HttpServer server;
    private HttpApiServer api;
    private int renewals;

    private record Answer(int status, String body, String retryAfter) {}

    /** Time passes only when somebody waits. */
    private static final class Hurried implements Patience {
        private long now;

        @Override
        public synchronized long now() {
            return now;
        }

        @Override
        public synchronized void sleep(Duration wait) {
            now += wait.toNanos();
        }

        @Override
        public double chance() {
            return 1;
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Answer answer = answers.size() > 1 ? answers.poll() : answers.peek();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (!answer.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
            }
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Access access = new Access(
                "test",
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                new Login() {
                    @Override
                    public Credential now() {
                        return Credential.token("t");
                    }

                    @Override
                    public Credential renewed(Credential refused) {
                        renewals++;
                        return now();
                    }
                });
        api = new HttpApiServer(access, new Transport(access), time);
    }

    @AfterEach
    void stop() {
        api.close();
        server.stop(0);
    }

    private void answer(int status, String body) {
        answers.add(new Answer(status, body, ""));
    }

    private Reply call() {
        return api.apply("/x", new MapNode(null), ApplyParameters.cautious("davit"));
    }

    @Test
    void a_server_that_asks_for_a_pause_gets_just_that() {
        answers.add(new Answer(429, "{}", "7"));
        answer(200, "{\"kind\":\"X\"}");

        assertThat(call().ok()).isTrue();
        assertThat(Duration.ofNanos(time.now())).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
        assertThat(api.requests()).isEqualTo(2);
    }

    @Test
    void unavailable_broken_off_and_quota_races_pass() {
        answer(503, "{}");
        answer(200, "{\"kind\":");
        answer(409, "{\"details\":{\"kind\":\"resourcequotas\"}}");
        answer(500, "{\"message\":\"Internal error occurred: failed calling webhook \\\"x\\\"\"}");
        answer(200, "{}");

        assertThat(call().ok()).isTrue();
        assertThat(api.requests()).isEqualTo(5);
    }

    @Test
    void refusals_and_conflicts_are_asked_once() {
        for (int status : new int[] {400, 409, 422, 404}) {
            answers.clear();
            answer(status, "{\"message\":\"no\"}");
            int before = api.requests();
            assertThat(call().status()).isEqualTo(status);
            assertThat(api.requests() - before).isEqualTo(1);
        }
    }

    @Test
    void a_webhook_that_never_answers_is_named_after_a_while() {
        answer(500, "{\"message\":\"failed calling webhook \\\"check.example\\\": no endpoints\"}");

        assertThatThrownBy(this::call)
                .isInstanceOf(ApplyException.class)
                .hasMessageStartingWith(
                        "the API server cannot do it (failed calling webhook \"check.example\": no endpoints), ");
        assertThat(Duration.ofNanos(time.now())).isLessThan(Duration.ofSeconds(16));
    }

    @Test
    void a_server_that_stays_down_is_given_up_within_the_budget() {
        answer(503, "{}");

        assertThatThrownBy(this::call)
                .extracting(it -> ((ApplyException) it).reason())
                .isEqualTo(ApplyException.Reason.UNAVAILABLE);
        assertThat(Duration.ofNanos(time.now())).isLessThan(Duration.ofMinutes(6));
    }

    @Test
    void an_expired_token_is_renewed_once() {
        answer(401, "{}");
        answer(200, "{}");
        assertThat(call().ok()).isTrue();
        answers.clear();
        answer(401, "{}");

        assertThatThrownBy(this::call).hasMessage("the server does not know us");
        assertThat(renewals).isEqualTo(2);
        assertThat(api.requests()).isEqualTo(4);
    }

    @Test
    void a_missing_right_is_told_from_a_refusal_by_admission() {
        answer(
                403,
                "{\"message\":\"x is forbidden: User \\\"u\\\" cannot patch resource \\\"x\\\" in API group \\\"\\\"\"}");
        assertThatThrownBy(this::call)
                .extracting(it -> ((ApplyException) it).reason())
                .isEqualTo(ApplyException.Reason.NO_PERMISSION);
        answers.clear();
        answer(403, "{\"message\":\"pods \\\"x\\\" is forbidden: violates PodSecurity\"}");
        assertThat(call().status()).isEqualTo(403);
    }
}
