package dev.davit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process of the command line starts with: the class path of this run, and an archive of the classes that a command loads, which
 * takes a third off each of some thousand starts. HotSpot archives classes from jars alone, so folders are packed first. What is
 * there from an earlier run and not older than the classes is taken again.
 */
final class QuickStart {
    private static final Path KEPT = Path.of("target", "quick-start").toAbsolutePath();
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private static final String DEFINITION = """
            import dev.davit.*;

            class Loaded implements Definition {
              @Override public void define(Infra infra) {
                infra.webService("web", Image.of("ghcr.io/acme/web:1.0.0"), w -> w.health(Health.http("/healthz")));
              }
            }
            """;

    private static final QuickStart OF_THIS_RUN = make();

    private final String classPath;
    private final Path archive;

    private QuickStart(String classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
    }

    /** Gives the class path. */
    static String classPath() {
        return OF_THIS_RUN.classPath;
    }

    /** Gives the options of the virtual machine; where the archive does not fit, HotSpot goes on without. */
    static List<String> options() {
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("-XX:SharedArchiveFile=" + OF_THIS_RUN.archive);
        return options;
    }

    private static QuickStart make() {
        try {
            Files.createDirectories(KEPT);
            List<Path> entries = Stream.of(System.getProperty("java.class.path").split(":"))
                    .map(Path::of)
                    .toList();
            List<Path> jars = new ArrayList<>();
            for (Path entry : entries) {
                jars.add(Files.isDirectory(entry) ? packed(entry) : entry);
            }
            String classPath = jars.stream().map(Path::toString).collect(Collectors.joining(":"));
            Path archive = KEPT.resolve(
                    "java-" + Runtime.version().feature() + "-" + Integer.toHexString(classPath.hashCode()) + ".jsa");
            if (isOlder(archive, jars)) {
                dump(classPath, archive);
            }
            return new QuickStart(classPath, archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path packed(Path folder) throws IOException {
        // Definitions are compiled against jars of such names.
        Path module = folder.toAbsolutePath().getParent().getParent().getFileName();
        Path jar = KEPT.resolve("davit-" + module + "-" + folder.getFileName() + ".jar");
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        if (isOlder(jar, files)) {
            Path made = Files.createTempFile(KEPT, "made", ".jar");
            Files.delete(made);
            int code = ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(System.out, System.err, "-c", "-f", made.toString(), "-C", folder.toString(), ".");
            if (code != 0) {
                throw new IOException(folder + " cannot be packed");
            }
            Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        return jar;
    }

    private static boolean isOlder(Path made, List<Path> than) throws IOException {
        if (!Files.exists(made)) {
            return true;
        }
        FileTime time = Files.getLastModifiedTime(made);
        for (Path file : than) {
            if (Files.getLastModifiedTime(file).compareTo(time) > 0) {
                return true;
            }
        }
        return false;
    }

    private static void dump(String classPath, Path archive) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(KEPT, "loads");
        Files.writeString(folder.resolve("Loaded.java"), DEFINITION);
        Path made = folder.resolve("made.jsa");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-Xlog:disable", "-XX:ArchiveClassesAtExit=" + made, "-cp", classPath));
        command.addAll(List.of(Main.class.getName(), "plan", "Loaded.java", "--sandbox", "--target", "render"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_CACHE_HOME", folder.toString());
        if (builder.start().waitFor() == 0 && Files.exists(made)) {
            Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
