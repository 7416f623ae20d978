package dev.davit.render.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
    @Test
    void plain_words_stay_plain() {
        assertThat(Shell.line(List.of("npm", "run", "migrate", "--to=3", "./a,b:c@d%e")))
                .isEqualTo("npm run migrate --to=3 ./a,b:c@d%e");
    }

    @Test
    void other_words_are_quoted() {
        assertThat(Shell.line(List.of("echo", "it's", "$HOME", ""))).isEqualTo("echo 'it'\\''s' '$HOME' ''");
    }

    @Test
    void a_shell_with_a_script_is_recognised() {
        assertThat(Shell.runsScript(List.of("sh", "-c", "x"))).isTrue();
        assertThat(Shell.runsScript(List.of("/bin/bash", "-c", "x"))).isTrue();
        assertThat(Shell.runsScript(List.of("/usr/bin/dash", "-c", "x"))).isTrue();
        assertThat(Shell.runsScript(List.of("sh", "-c"))).isFalse();
        assertThat(Shell.runsScript(List.of("python", "-c", "x"))).isFalse();
    }

    @ParameterizedTest
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @ValueSource(strings = {"", " ", "a b", "it's", "\"", "\\", "$HOME", "`id`", "a\nb", "!x", "*", "é😀", "\\\"$`'\\"})
    void a_real_shell_reads_back_what_was_written(String text) throws Exception {
        assertThat(shell("printf %s " + Shell.word(text))).isEqualTo(text);
        assertThat(shell("X=\"" + Shell.quoted(text) + "\"; printf %s \"$X\"")).isEqualTo(text);
    }

    private static String shell(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c", script).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out;
    }
}
