package dev.davit.render.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.davit.apply.ApplyException;
import dev.davit.document.MapNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A server that quotes all it was sent finds nobody who repeats it. */
class SecretTest {
    private static final String SECRET = "line one canary\nline two canary";
    private static final MapNode BODY = new MapNode(null)
            .put("envVars", List.of(Map.of("key", "TOKEN", "value", SECRET), Map.of("key", "A", "value", "canary-2")))
            .put("secretFiles", List.of(Map.of("name", "f", "content", "x".repeat(490) + "canary-3")))
            .put("authToken", "canary-2-and-more");

    @Test
    void nothing_that_is_thrown_told_or_written_has_a_secret() {
        String quoted = "{\"message\":\"no: Bearer " + Script.KEY + ", " + SECRET.replace("\n", "\\n") + ", canary-2,"
                + " canary-2-and-more, " + "x".repeat(490) + "canary-3\"}";
        for (int status :
                IntStream.of(400, 401, 402, 403, 404, 409, 429, 500, 503).toArray()) {
            try (Script script = new Script()) {
                script.answers(status, quoted);
                StringWriter seen = new StringWriter();
                for (Runnable call : List.<Runnable>of(
                        () -> script.api.post("/services?secret=canary", BODY),
                        () -> script.api.put("/services/srv-1?secret=canary", BODY),
                        () -> script.api.patch("/services/srv-1", BODY))) {
                    Throwable thrown = catchThrowable(call::run);
                    if (thrown != null) {
                        thrown.printStackTrace(new PrintWriter(seen));
                    }
                    if (thrown instanceof ApplyException refusal) {
                        seen.append(refusal.where()).append(refusal.next());
                    }
                }
                assertThat(seen.toString() + script.told + script.api)
                        .as("%s", status)
                        .isNotEmpty()
                        .contains(status == 429 ? "Render takes no more" : "no: Bearer ***, ***, ***")
                        .doesNotContain(Script.KEY)
                        .doesNotContain("two canary", "canary-2", "canary-3", "secret=");
            }
        }
    }

    @Test
    void a_read_does_not_repeat_the_key_either() {
        try (Script script = new Script()) {
            script.answers(401, "{\"message\":\"no such key: " + Script.KEY + "\"}");
            assertThat(catchThrowable(() -> script.api.get("/services/srv-1?secret=canary")))
                    .hasMessage("Render does not know the API key from the program: no such key: ***");
        }
    }

    @Test
    void neither_calls_nor_what_connects_show_what_they_hold() {
        assertThat(Call.send("PUT", "/services/srv-1/env-vars?x=canary", BODY))
                .hasToString("PUT /services/srv-1/env-vars");
        try (Script script = new Script()) {
            assertThat(RenderApis.at(script.address(), Script.KEY).toString() + script.api)
                    .doesNotContain(Script.KEY);
        }
    }
}
