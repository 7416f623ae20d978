package dev.davit.render.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.ApplyException;
import dev.davit.document.MapNode;
import dev.davit.render.sandbox.Fault;
import dev.davit.render.sandbox.FaultPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong with a request, what it asked for is done once. */
class LostAnswerTest {
    private static final Duration IMPATIENT = Duration.ofMillis(400);

    /** Faults that leave nothing done. */
    static Stream<Fault> undone() {
        return Stream.concat(
                Stream.of(Fault.cutBefore()),
                Stream.of(500, 502, 503, 504, 520, 524).map(Fault::error));
    }

    /** Faults that lose the answer to what was done. */
    static Stream<Fault> done() {
        return Stream.of(Fault.cutAfter(), Fault.truncated(), Fault.slow(Duration.ofMillis(900)));
    }

    static Stream<Fault> all() {
        return Stream.of(undone(), done(), Stream.of(Fault.tooMany())).flatMap(it -> it);
    }

    /** Makes a stage in which the second request goes wrong. */
    private static Stage second(Fault fault) {
        return Stage.with(FaultPlan.at(2, fault), IMPATIENT);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_read_is_made_again(Fault fault) {
        try (Stage stage = second(fault)) {
            String id = stage.created("shared");
            assertThat(stage.api.get("/env-groups/" + id).orElseThrow().getText("name"))
                    .contains("shared");
            assertThat(stage.sent("GET")).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_list_is_read_again(Fault fault) {
        try (Stage stage = second(fault)) {
            stage.created("shared");
            assertThat(stage.names()).containsExactly("shared");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_replacement_is_made_again(Fault fault) {
        try (Stage stage = second(fault)) {
            String path = "/env-groups/" + stage.created("shared") + "/env-vars/LEVEL";
            stage.api.put(path, new MapNode(null).put("value", "info"));
            assertThat(stage.api.get(path).orElseThrow().getText("value")).contains("info");
            assertThat(stage.sent("PUT")).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_change_is_made_again(Fault fault) {
        try (Stage stage = second(fault)) {
            String id = stage.created("shared");
            MapNode changed = stage.api.patch("/env-groups/" + id, new MapNode(null).put("name", "common"));
            assertThat(changed.getText("name")).contains("common");
            assertThat(stage.names()).containsExactly("common");
            assertThat(stage.sent("PATCH")).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_is_deleted_is_gone_whoever_did_it(Fault fault) {
        try (Stage stage = second(fault)) {
            String id = stage.created("shared");
            stage.api.delete("/env-groups/" + id);
            assertThat(stage.names()).isEmpty();
            assertThat(stage.api.get("/env-groups/" + id)).isEmpty();
            // A deletion is answered without a body, so that nothing can break off.
            assertThat(stage.sent("DELETE")).hasSize(fault.kind() == Fault.Kind.TRUNCATED ? 1 : 2);
        }
    }

    @ParameterizedTest
    @MethodSource("undone")
    void a_creation_that_may_have_been_made_is_not_made_again_even_if_it_was_not(Fault fault) {
        try (Stage stage = Stage.with(FaultPlan.at(1, fault))) {
            assertThatThrownBy(() -> stage.created("shared"))
                    .isInstanceOf(AnswerLostException.class)
                    .hasMessage("POST /env-groups: no answer came back");
            assertThat(stage.sent("POST")).hasSize(1);
            assertThat(stage.names()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("done")
    void a_creation_whose_answer_is_lost_is_there_once(Fault fault) {
        try (Stage stage = Stage.with(FaultPlan.at(1, fault), IMPATIENT)) {
            assertThatThrownBy(() -> stage.created("shared")).isInstanceOf(AnswerLostException.class);
            assertThat(stage.sent("POST")).hasSize(1);
            assertThat(stage.names()).containsExactly("shared");
        }
    }

    @Test
    void a_creation_that_was_refused_for_want_of_budget_is_made_again() {
        try (Stage stage = Stage.with(FaultPlan.at(1, Fault.tooMany()))) {
            stage.created("shared");
            assertThat(stage.sent("POST")).hasSize(2);
            assertThat(stage.names()).containsExactly("shared");
            assertThat(stage.ticker.passed()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void a_creation_that_reached_nobody_is_made_again_and_given_up_soon() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        HurriedTicker ticker = new HurriedTicker();
        List<String> told = new ArrayList<>();
        try (RenderApi api = RenderApis.at(URI.create("http://127.0.0.1:" + port + "/v1"), "rnd_k")
                .ticking(ticker)
                .telling(told::add)
                .connect()) {
            assertThatThrownBy(() -> api.post("/services", null)).isInstanceOfSatisfying(ApplyException.class, e -> {
                assertThat(e.reason()).isEqualTo(ApplyException.Reason.UNAVAILABLE);
                assertThat(e).hasMessage("Render does not answer (ConnectException), " + api.requests() + " tries");
                assertThat(e.where()).isEqualTo(api.address() + ", POST /services");
            });
            assertThat(api.requests()).isBetween(4, 8);
            assertThat(ticker.passed()).isLessThanOrEqualTo(Duration.ofSeconds(15));
        }
    }

    @Test
    void a_server_that_stays_down_is_given_up_after_two_minutes() {
        try (Script script = new Script()) {
            script.answers(200, "{}").answers(503, "{\"message\":\"down for repair\"}");
            script.api.get("/services/srv-1");
            assertThatThrownBy(() -> script.api.get("/services/srv-1"))
                    .isInstanceOf(ApplyException.class)
                    .hasMessageStartingWith("Render does not answer (503: down for repair), ");
            assertThat(script.ticker.passed()).isBetween(Duration.ofSeconds(90), Duration.ofMinutes(2));
            assertThat(script.told)
                    .isNotEmpty()
                    .allMatch(it ->
                            it.matches("waiting \\d+ s: no answer to GET /services/srv-1 \\(503: down for repair\\)"));
        }
    }

    @Test
    void a_check_is_made_before_each_try_of_a_write_and_ends_it() {
        try (Stage stage = second(Fault.error(503))) {
            String path = "/env-groups/" + stage.created("shared") + "/env-vars/LEVEL";
            List<String> checks = new ArrayList<>();
            RenderApi checked = stage.api.checking(() -> checks.add("outer")).checking(() -> {
                checks.add("inner");
                if (checks.size() > 4) {
                    throw new IllegalStateException("the lease is lost");
                }
            });
            checked.put(path, new MapNode(null).put("value", "info"));
            checked.get(path);
            assertThat(checks).containsExactly("outer", "inner", "outer", "inner");

            int before = stage.sandbox.log().size();
            assertThatThrownBy(() -> checked.delete(path)).hasMessage("the lease is lost");
            assertThat(stage.sandbox.log()).hasSize(before);
        }
    }
}
