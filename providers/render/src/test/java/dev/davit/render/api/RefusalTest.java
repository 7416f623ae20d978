package dev.davit.render.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.apply.ApplyException;
import dev.davit.apply.ApplyException.Reason;
import dev.davit.document.MapNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What will not pass is asked once, and put into words. */
class RefusalTest {
    @Test
    void a_key_that_render_does_not_know_is_said_with_its_source() {
        try (Stage stage = Stage.usual();
                RenderApi api =
                        RenderApis.at(stage.sandbox.address(), "rnd_other").connect()) {
            assertThatThrownBy(() -> api.get("/services/srv-1")).isInstanceOfSatisfying(ApplyException.class, e -> {
                assertThat(e.reason()).isEqualTo(Reason.NO_PERMISSION);
                assertThat(e).hasMessage("Render does not know the API key from the program: unauthorized");
                assertThat(e.where()).isEqualTo("GET /services/srv-1");
                assertThat(e.next())
                        .isEqualTo(
                                "make a new key at https://dashboard.render.com/u/settings#api-keys, or run render login if"
                                        + " it came from there");
            });
            assertThat(stage.sandbox.log()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | REFUSED       | Render refuses it with 400: no such plan",
                "402 | REFUSED       | Render wants a payment method first: no such plan",
                "403 | NO_PERMISSION | the API key from the program may not do this: no such plan",
                "404 | REFUSED       | Render finds nothing there: no such plan",
                "409 | REFUSED       | Render refuses it: no such plan",
                "410 | REFUSED       | Render finds nothing there: no such plan",
                "413 | REFUSED       | Render refuses it with 413: no such plan",
                "501 | REFUSED       | Render refuses it with 501: no such plan",
                "307 | REFUSED       | Render refuses it with 307: no such plan"
            })
    void a_refusal_says_what_the_api_said(int status, Reason reason, String message) {
        try (Script script = new Script()) {
            script.answers(
                    status,
                    "{\"id\":\"req-1\",\"message\":\" no\\tsuch\\n plan\"}",
                    "Location",
                    script.address() + "/elsewhere");
            ApplyException refusal = catchThrowableOfType(
                    ApplyException.class, () -> script.api.post("/services?ownerId=tea-1", new MapNode(null)));
            assertThat(refusal).hasMessage(message);
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.where()).isEqualTo("POST /services");
            assertThat(refusal.next()).isNotEmpty();
            assertThat(script.requests).hasSize(1);
        }
    }

    @Test
    void a_refusal_without_a_word_is_one_too() {
        try (Script script = new Script()) {
            script.answers(409, "<html>", "Content-Type", "text/html");
            assertThatThrownBy(() -> script.api.patch("/services/srv-1", new MapNode(null)))
                    .isInstanceOf(ApplyException.class)
                    .hasMessage("Render refuses it");
        }
    }

    @ParameterizedTest
    @CsvSource({"404", "410"})
    void what_is_not_there_is_no_error_to_who_reads_or_deletes_it(int status) {
        try (Script script = new Script()) {
            script.answers(status, "{\"message\":\"not found\"}");
            assertThat(script.api.get("/services/srv-1")).isEmpty();
            script.api.delete("/services/srv-1");
            assertThatThrownBy(() -> script.api.array("/registrycredentials")).isInstanceOf(ApplyException.class);
        }
    }

    @Test
    void an_answer_without_a_body_is_an_empty_one() {
        try (Script script = new Script()) {
            script.answers(204, "");
            assertThat(script.api.post("/services/srv-1/suspend", null).isEmpty())
                    .isTrue();
        }
    }

    @Test
    void an_answer_that_is_endlessly_deep_is_refused_at_once() {
        byte[] hostile = new byte[10_000_000];
        Arrays.fill(hostile, (byte) '[');
        try (Script script = new Script()) {
            script.answers(200, hostile);
            assertThatThrownBy(() -> script.api.get("/services/srv-1"))
                    .isInstanceOf(ApplyException.class)
                    .hasMessage("Render's answer cannot be used: an answer that is too deep");
            assertThat(script.requests).hasSize(1);
            assertThatThrownBy(() -> script.api.post("/services", null)).isInstanceOf(AnswerLostException.class);
        }
    }

    @Test
    void an_answer_that_is_too_large_is_not_read_to_its_end() {
        try (Script script = new Script()) {
            script.answers(200, new byte[LimitedBody.MOST + 1]);
            assertThatThrownBy(() -> script.api.get("/services/srv-1"))
                    .isInstanceOf(ApplyException.class)
                    .hasMessage("Render's answer cannot be used: an answer of more than 33554432 bytes");
            assertThat(script.requests).hasSize(1);
        }
    }

    @Test
    void an_answer_that_is_something_else_is_refused() {
        try (Script script = new Script()) {
            script.answers(200, "<html>hello</html>", "Content-Type", "text/html");
            assertThatThrownBy(() -> script.api.get("/services/srv-1"))
                    .isInstanceOf(ApplyException.class)
                    .hasMessage("Render's answer cannot be used: an answer that is not JSON");
        }
        try (Script script = new Script()) {
            script.answers(200, "[]").answers(200, "{}").answers(200, "[1]");
            for (Runnable read : List.<Runnable>of(
                    () -> script.api.get("/services/srv-1"),
                    () -> script.api.list("/services", "service"),
                    () -> script.api.array("/services"))) {
                assertThatThrownBy(read::run)
                        .isInstanceOf(ApplyException.class)
                        .hasMessageStartingWith("Render's answer cannot be used: ");
            }
        }
    }
}
