package dev.davit.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StabilityTest {
    @TempDir
    private Path folder;

    @Test
    void processes_that_have_little_in_common_give_the_same_bytes() throws Exception {
        String here = run(folder, "-Duser.language=en", "-Duser.timezone=UTC");
        Path elsewhere = Files.createDirectories(folder.resolve("a folder é"));
        String turkish = run(
                elsewhere,
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Kiritimati",
                "-Dfile.encoding=ISO-8859-1",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0",
                "-XX:hashCode=2");
        String thai = run(
                folder,
                "-Duser.language=th",
                "-Duser.country=TH",
                "-Duser.variant=TH",
                "-Duser.timezone=America/St_Johns",
                "-Dline.separator=\r\n",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=8");
        assertThat(here)
                .contains("assembly.json\n", "render/web.yaml\n", "DEF006")
                .hasSizeGreaterThan(50_000);
        assertThat(turkish).isEqualTo(here);
        assertThat(thai).isEqualTo(here);
    }

    private static String run(Path directory, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UnlockExperimentalVMOptions"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PrintedSynthesis.class.getName()));
        Path out = Files.createTempFile(directory, "out", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
