package dev.davit.cli;

import dev.davit.Definition;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Run lines of shell in a folder, as a user would type them; {@code davit} is the real command line in a process of its own.
 *
 * <p>The command itself, the home folder and the streams lie outside the folder, so that it holds what the test put there.
 */
public final class Shell {
    private static final String COMMAND = """
            #!/bin/sh
            tty=
            [ -t 0 ] && tty=0
            [ -t 1 ] && tty=${tty}1
            [ -t 2 ] && tty=${tty}2
            exec '%s' %s -Xlog:disable '-Xlog:all=error,cds*=off:stderr' \
              $JAVA_OPTIONS -Ddavit.tty="$tty" -cp '%s' dev.davit.cli.Main "$@"
            """;

    private final Path work;
    private final Map<String, String> environment = new TreeMap<>();

    /** Make {@code work}, {@code bin} and {@code home} below a folder. */
    public Shell(Path folder) throws IOException {
        work = Files.createDirectories(folder.resolve("work"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path java = Path.of(System.getProperty("java.home"), "bin");
        script(
                bin.resolve("davit"),
                COMMAND.formatted(
                        java.resolve("java"), String.join(" ", QuickStart.options()), QuickStart.classPath()));
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
        environment.put("REPOSITORY", Path.of("..").toAbsolutePath().normalize().toString());
        environment.put("SDK", placeOf(Definition.class));
        environment.put("MAVEN_OPTS", (repository() + " " + quietOldMaven()).strip());
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("PATH", bin + ":" + java + ":" + System.getenv("PATH"));
    }

    private static String placeOf(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /** A Maven below ours works from the same repository, wherever the build was told to keep it. */
    private static String repository() {
        String chosen = System.getProperty("maven.repo.local");
        return chosen == null ? "" : "-Dmaven.repo.local=" + chosen;
    }

    /** Maven 3.8 brings a Guava whose use of Unsafe newer Java warns of; the option is of JDK 23. Source: https://openjdk.org/jeps/471 */
    private static String quietOldMaven() {
        return Runtime.version().feature() >= 23 ? "--sun-misc-unsafe-memory-access=allow" : "";
    }

    static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    public Path work() {
        return work;
    }

    public Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Shell without(String variable) {
        environment.remove(variable);
        return this;
    }

    public Child.Result run(String script) throws IOException, InterruptedException {
        return finish(start(script));
    }

    public Process start(String script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-c", script)).directory(work.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    public static Child.Result finish(Process process) throws IOException, InterruptedException {
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            kill(process);
            throw new AssertionError("still running after two minutes: " + out.join() + err.join());
        }
        return new Child.Result(process.exitValue(), out.join(), err.join());
    }

    /** Kill, and let what it said be read to its end: killed as a {@link Process}, its streams would be closed below who reads them. */
    public static void kill(Process process) {
        try {
            process.toHandle().destroyForcibly();
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
