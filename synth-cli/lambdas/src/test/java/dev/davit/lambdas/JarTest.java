package dev.davit.lambdas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarTest {
    private static final LocalDateTime DATE = LocalDateTime.of(2026, 1, 1, 0, 0);

    @TempDir
    private Path folder;

    private Path jar() throws IOException {
        Path jar = folder.resolve("one.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (String name : List.of(
                    "META-INF/", "META-INF/MANIFEST.MF", "dev/davit/lambdas/LambdaClassesTest.class", "a.txt")) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(DATE);
                out.putNextEntry(entry);
                if (name.endsWith(".class")) {
                    out.write(LambdaClassesTest.class
                            .getResourceAsStream("LambdaClassesTest.class")
                            .readAllBytes());
                } else if (!name.endsWith("/")) {
                    out.write("Manifest-Version: 1.0\n".getBytes());
                }
                out.closeEntry();
            }
        }
        return jar;
    }

    @Test
    void what_was_in_it_keeps_its_order_and_all_its_date() throws IOException {
        Path jar = jar();
        Main.main(new String[] {folder.toString(), "*.jar"});
        try (JarFile file = new JarFile(jar.toFile())) {
            List<? extends ZipEntry> entries = file.stream().toList();
            assertThat(entries)
                    .extracting(ZipEntry::getName)
                    .startsWith(
                            "META-INF/", "META-INF/MANIFEST.MF", "dev/davit/lambdas/LambdaClassesTest.class", "a.txt")
                    .contains("dev/davit/lambdas/LambdaClassesTest$$F0.class");
            assertThat(entries).extracting(ZipEntry::getTimeLocal).containsOnly(DATE);
            assertThat(file.getManifest().getMainAttributes()).isNotEmpty();
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_folder_without_such_jars_is_a_mistake_in_the_build() {
        assertThatThrownBy(() -> Main.main(new String[] {folder.toString(), "davit-*.jar"}))
                .hasMessage("no jar in " + folder + " is called davit-*.jar");
    }

    @Test
    void twice_gives_the_same_bytes_as_once() throws IOException {
        Path jar = jar();
        Jar.rewrite(jar);
        byte[] once = Files.readAllBytes(jar);
        Jar.rewrite(jar);
        assertThat(Files.readAllBytes(jar)).isEqualTo(once);
    }
}
