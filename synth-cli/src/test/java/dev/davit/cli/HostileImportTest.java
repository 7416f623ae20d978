package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that means harm gets an answer in words, with little memory. */
class HostileImportTest {
    private static final String SERVICE =
            "services:\n  - {type: web, runtime: static, name: a, staticPublishPath: x}\n";

    @TempDir
    private Path scratch;

    static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        files.put("aliases of aliases", bomb());
        files.put("deep lists", "services: " + "[".repeat(100_000) + "]".repeat(100_000));
        files.put("deep maps", deep());
        files.put("much", "services: [" + "x".repeat(50 << 20) + "]");
        files.put("a key twice", SERVICE + "services: []\n");
        files.put("itself", "services: &a\n  - *a\n");
        files.put("a tag", "services: !!java.net.URL [http://example.com]\n");
        files.put("a character NUL", SERVICE + "# \u0000\n");
        files.put("documents", "--- {}\n".repeat(10_000));
        files.put("a text", "x".repeat(100_000));
        files.put("services without end", "services:\n" + "  - {type: web, name: a}\n".repeat(100_000));
        files.put("merge of itself", "services: &a\n  - <<: *a\n");
        files.put("a key that is a list", "? [a]\n: b\n");
        files.put("a half pair", "services: [\"\\uD800\"]\n");
        files.put("no names", "services: [{}, {}]\n");
        return files;
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n"
                    .formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1));
        }
        return text.append("services: *a11\n").toString();
    }

    private static String deep() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    static List<String> names() {
        return List.copyOf(files().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_is_refused_in_words(String name) throws Exception {
        Shell shell = new Shell(scratch).with("JAVA_OPTIONS", "-Xmx180m");
        Files.writeString(shell.work().resolve("render.yaml"), files().get(name));
        for (String command : List.of("import render.yaml", "check render.yaml", "fmt render.yaml")) {
            Child.Result result = shell.run("davit " + command);
            assertThat(result.code()).as(command + " " + result.err()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(result.err())
                    .startsWith("error: ")
                    .contains("render.yaml", "fix  ")
                    .doesNotContain("\tat ");
        }
    }

    static Map<String, String> objects() {
        String head = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
        Map<String, String> files = new TreeMap<>();
        files.put("aliases of aliases", head + bomb().replace("services:", "data:"));
        files.put("deep lists", head + "data: " + "[".repeat(100_000) + "]".repeat(100_000));
        files.put("deep maps", head + "data:\n" + deep().indent(1));
        files.put("much", head + "data: [" + "x".repeat(50 << 20) + "]");
        files.put("a key twice", head + "data: {}\ndata: {}\n");
        files.put("itself", head + "data: &a\n  - *a\n");
        files.put("a tag", head + "data: !!java.net.URL [http://example.com]\n");
        files.put("a character NUL", head + "# \u0000\n");
        files.put("documents", ("---\n" + head).repeat(10_000));
        files.put("values", head + "data:\n" + values());
        files.put("merge of itself", head + "data: &a\n  <<: *a\n");
        files.put("no object", "a: b\n");
        files.put("nothing", "# nothing\n---\n");
        return files;
    }

    private static String values() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append("  k").append(i).append(": x\n");
        }
        return text.toString();
    }

    static List<String> objectNames() {
        return List.copyOf(objects().keySet());
    }

    @ParameterizedTest
    @MethodSource("objectNames")
    void an_object_is_refused_in_words(String name) throws Exception {
        Shell shell = new Shell(scratch).with("JAVA_OPTIONS", "-Xmx180m");
        Files.writeString(shell.work().resolve("objects.yaml"), objects().get(name));
        Child.Result result = shell.run("davit import --from kubernetes objects.yaml");
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.err())
                .startsWith("error: ")
                .contains("objects.yaml", "fix  ")
                .doesNotContain("\tat ");
    }

    @Test
    void a_name_as_long_as_the_file_is_taken_over_and_not_shown_whole() throws Exception {
        Shell shell = new Shell(scratch).with("JAVA_OPTIONS", "-Xmx180m");
        String key = "k".repeat(200_000);
        Files.writeString(shell.work().resolve("render.yaml"), SERVICE.replace("name: a", "name: " + key));
        Child.Result result = shell.run("davit import render.yaml --check");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).hasSizeLessThan(5_000);
    }

    @Test
    void a_byte_order_mark_and_line_ends_of_windows_do_no_harm() throws Exception {
        Shell shell = new Shell(scratch);
        String text = "\uFEFF# A site.\r\n" + SERVICE.replace("\n", "\r\n") + "# The end.\r\n";
        Files.write(shell.work().resolve("render.yaml"), text.getBytes(StandardCharsets.UTF_8));
        Child.Result result = shell.run("davit import render.yaml --class Shop --stdout");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("// A site.\n", "// The end.\n").doesNotContain("\r");
    }
}
