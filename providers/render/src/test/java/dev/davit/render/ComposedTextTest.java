package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.Image;
import dev.davit.Infra;
import dev.davit.NativeRuntime;
import dev.davit.Value;
import dev.davit.document.DocumentReader;
import dev.davit.document.MapNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the start commands that put text together, with the variables as Render would fill them. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ComposedTextTest {
    private static final String SHOW = "printf %s \"$API_URL\"";

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/it's", "/\"$HOME\"", "/`id`\\", "/a b\nc", "/é😀?x=1&y=$(id)"})
    void a_native_runtime_s_program_sees_the_whole_text(String path) throws Exception {
        Synth synth = Synth.of(
                new Stack(path, NativeRuntime.node("22").build("npm ci").start(SHOW)));

        assertThat(run(command(synth, "startCommand"))).isEqualTo("http://api-x1y2:8000" + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/it's", "/\"$HOME\"", "/`id`\\", "/a b\nc", "/é😀?x=1&y=$(id)"})
    void a_script_sees_the_whole_text(String path) throws Exception {
        Synth synth = Synth.of(infra -> {
            var api = infra.privateService("api", Image.of("ghcr.io/acme/api:1"), s -> {});
            infra.worker(
                    "app",
                    Image.of("ghcr.io/acme/app:1"),
                    w -> w.command("sh", "-c", SHOW).env("API_URL", Value.text("http://", api.hostPort(), path)));
        });

        assertThat(run(command(synth, "dockerCommand"))).isEqualTo("http://api-x1y2:8000" + path);
    }

    private record Stack(String path, NativeRuntime runtime) implements Definition {
        @Override
        public void define(Infra infra) {
            var api = infra.privateService("api", Image.of("ghcr.io/acme/api:1"), s -> {});
            infra.worker("app", runtime, w -> w.env("API_URL", Value.text("http://", api.hostPort(), path)));
        }
    }

    private static String command(Synth synth, String field) {
        MapNode service =
                (MapNode) DocumentReader.read("app", synth.yaml("app")).get(0);
        return service.getText(field).orElseThrow();
    }

    private static String run(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
        builder.environment().putAll(Map.of("API_URL_HOST_PORT", "api-x1y2:8000"));
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out;
    }
}
