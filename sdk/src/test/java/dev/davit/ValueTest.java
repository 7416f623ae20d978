package dev.davit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ValueTest {
    @TestFactory
    Stream<DynamicTest> what_is_no_literal_has_no_text_and_the_message_names_the_line() {
        Map<String, Object> silent = new LinkedHashMap<>();
        silent.put("hfToken", new Secret("hf-token"));
        silent.put("jobs.url()", new JobQueue("jobs").url());
        silent.put("db.password()", new Postgres("db").password());
        silent.put("db.connectionString()", new Postgres("db").connectionString());
        silent.put("api.port()", PrivateService.named("api").port());
        silent.put(
                "Value.text(\"...\", api.hostPort())",
                PrivateService.named("api").url());
        silent.put("jobs", new JobQueue("jobs"));
        silent.put("web", WebService.named("web"));
        silent.put("_2nd", new Cache("2nd"));
        return silent.entrySet().stream().map(it -> DynamicTest.dynamicTest(it.getKey(), () -> refuses(it)));
    }

    private static void refuses(Map.Entry<String, Object> value) {
        assertThatThrownBy(() -> ("" + value.getValue()).length())
                .isInstanceOf(UnresolvedValueException.class)
                .hasMessageMatching(
                        "\\Q" + value.getKey() + "\\E has no text at synth, asked for at ValueTest\\.java:\\d+:"
                                + " pass it as it is, or join it with Value\\.text\\(\\.\\.\\.\\)");
    }

    @Test
    void a_literal_has_text_but_does_not_show_it_in_messages() {
        assertThat(Value.of("hunter2")).hasToString("hunter2");
        assertThat(Value.of("hunter2").describe()).isEqualTo("\"...\"");
    }

    @Test
    void text_inside_text_is_one_text() {
        Value<String> inner = Value.text("a", new Secret("s"));
        assertThat(((Text) Value.text(inner, "b")).parts()).hasSize(3).noneMatch(Text.class::isInstance);
        assertThat(Value.text(inner, "b")).isEqualTo(Value.text("a", new Secret("s"), "b"));
    }

    @Test
    void text_takes_strings_and_values_and_says_what_it_got_instead() {
        assertThatThrownBy(() -> Value.text("port ", 8000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Value.text takes strings and values, not 8000 (Integer)");
        assertThatThrownBy(() -> Value.text(new JobQueue("jobs")))
                .hasMessage("Value.text takes strings and values, not jobs (JobQueue)");
        assertThatThrownBy(() -> Value.text("a", null)).hasMessage("Value.text takes strings and values, not null");
    }

    /** No field of a secret could hold a value, so no code path can. */
    @Test
    void a_secret_has_room_for_nothing_but_its_name() {
        assertThat(Secret.class.getDeclaredFields()).isEmpty();
        assertThat(Handle.class.getDeclaredFields())
                .extracting(it -> it.getName())
                .containsExactly("key");
        assertThat(new Secret("a")).isEqualTo(new Secret("a")).hasSameHashCodeAs(new Secret("a"));
    }
}
