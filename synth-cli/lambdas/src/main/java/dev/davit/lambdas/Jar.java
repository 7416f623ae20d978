package dev.davit.lambdas;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Rewrites a jar: what was in it stays in its order and keeps its date, classes for lambdas follow. */
final class Jar {
    private Jar() {}

    static void rewrite(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        // The build dates all entries alike; so are those that come. Local, as a jar has it: an instant would say where
        // it was built.
        LocalDateTime date = LocalDateTime.of(1980, 1, 1, 0, 0);
        try (InputStream file = Files.newInputStream(jar);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                date = entry.getTimeLocal();
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        entries.putAll(LambdaClasses.of(entries));
        Path written = jar.resolveSibling(jar.getFileName() + ".tmp");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(written))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry next = new ZipEntry(entry.getKey());
                next.setTimeLocal(date);
                out.putNextEntry(next);
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
    }
}
