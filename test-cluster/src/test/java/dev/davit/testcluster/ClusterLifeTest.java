package dev.davit.testcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnFakeNodes
class ClusterLifeTest {
    private final String script = ClusterScript.find().file().toString();

    @TempDir
    Path temporary;

    @Test
    void a_cluster_ends_with_its_owner_even_if_that_is_killed() throws Exception {
        Process owner = new ProcessBuilder("sleep", "600").start();
        Path folder = temporary.resolve("cluster");
        Output.of(List.of(script, "up", folder.toString(), "--fake-nodes", "0", "--owner", "" + owner.pid()), "")
                .orThrow();
        List<ProcessHandle> parts = parts(folder);
        assertThat(parts).hasSize(6).allMatch(ProcessHandle::isAlive);

        owner.destroyForcibly();

        for (ProcessHandle part : parts) {
            part.onExit().get(120, TimeUnit.SECONDS);
        }
        assertThat(folder).doesNotExist();
    }

    private static List<ProcessHandle> parts(Path folder) throws IOException {
        List<ProcessHandle> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("pid"))) {
            for (Path file : files.toList()) {
                found.add(ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                        .orElseThrow());
            }
        }
        return found;
    }

    @Test
    void a_machine_without_the_binaries_is_told_how_to_get_them_and_builds_nothing() throws Exception {
        ProcessBuilder ready = new ProcessBuilder(script, "ready");
        ready.environment().put("XDG_CACHE_HOME", temporary.toString());
        Process process = ready.start();

        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("test-cluster: the cluster's binaries are not built; run, once and for some 11 minutes: "
                        + script + " build\n");
        assertThat(process.waitFor()).isEqualTo(69);
        assertThat(temporary.resolve("davit")).doesNotExist();
    }

    @Test
    void a_folder_with_a_cluster_takes_no_second_one(TestCluster cluster) {
        Path folder = cluster.kubeconfig().getParent();
        assertThat(Output.of(List.of(script, "up", folder.toString()), "").error())
                .isEqualTo("test-cluster: " + folder + " has a cluster already; stop it with: " + script + " down '"
                        + folder + "'\n");
        assertThat(cluster.kubectl("get", "--raw", "/readyz")).isEqualTo("ok");
    }
}
