package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.davit.Image;
import dev.davit.Kubernetes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KustomizationTest {
    @TempDir
    Path folder;

    @Test
    void the_comment_says_how_a_caller_elsewhere_gets_the_token() {
        Made made = Made.of(infra -> {
            var api = infra.privateService("api", Image.of("a/b:1"), s -> s.port(8000));
            infra.deployTo(Kubernetes.context("c").namespace("shop").expose(api, "api.example.com"));
        });
        assertThat(made.files().get(Kustomization.PATH)).contains("""
                # Callers on other targets need these tokens, which the cluster made:
                #   kubectl --context c --namespace shop get secret api-access --output go-template='{{.data.token | base64decode}}'
                """);
    }

    @Test
    void kubectl_takes_the_commands_that_make_secrets() throws Exception {
        Made made = Made.of(infra -> {
            var key = infra.secret("api-key");
            infra.worker("job", Image.of("a/b:1").credential("ghcr"), w -> w.env("KEY", key));
        });
        List<String> commands = made.files()
                .get(Kustomization.PATH)
                .lines()
                .filter(it -> it.startsWith("#   kubectl") && it.contains(" create "))
                .map(it -> it.substring(1).strip())
                .toList();
        assertThat(commands).hasSize(2);
        assumeTrue(exitCode("kubectl version --client") == 0, "no kubectl on this machine");
        Files.writeString(folder.resolve("FILE"), "{\"auths\":{}}");
        for (String command : commands) {
            assertThat(exitCode(command + " --dry-run=client"))
                    .as("%s: %s", command, output())
                    .isZero();
        }
    }

    private int exitCode(String command) throws Exception {
        return new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start()
                .waitFor();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
    }
}
