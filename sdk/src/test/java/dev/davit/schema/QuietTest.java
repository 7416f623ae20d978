package dev.davit.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A check in a fresh JVM, as the command line does it. */
class QuietTest {
    /** Checks one document; what it prints is what a user would see. */
    public static final class Check {
        private Check() {}

        public static void main(String[] arguments) {
            JsonSchema schema =
                    JsonSchema.of("{\"definitions\": {}, \"x-mine\": 1, \"properties\": {\"a\": {\"enum\": [\"b\"]}}}");
            List<Violation> found = schema.validate(new MapNode(null).put("a", "c"));
            System.out.println(found.get(0).message());
            System.out.println(System.getProperty("slf4j.internal.verbosity"));
        }
    }

    @Test
    void a_check_prints_nothing_of_its_own_and_starts_no_object_mapper() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Check.class.getName())
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(err).isEmpty();
        assertThat(out.lines().filter(line -> !line.startsWith("["))).containsExactly("must be one of b", "null");
        assertThat(out).doesNotContain("tools.jackson.databind.json.JsonMapper ");
    }
}
