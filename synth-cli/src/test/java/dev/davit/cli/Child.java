package dev.davit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Run the command line in a process of its own, in a folder and an environment that the test chooses. */
public final class Child {
    /** What came of it. */
    public record Result(int code, String out, String err) {}

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> javaOptions = new ArrayList<>();

    public Child(Path folder) {
        this.folder = folder;
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("PATH", System.getenv("PATH"));
    }

    public Child with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Child without(String variable) {
        environment.remove(variable);
        return this;
    }

    public Child java(String option) {
        javaOptions.add(option);
        return this;
    }

    public Result run(String... args) throws IOException, InterruptedException {
        return finish(start("exec \"$@\"", args));
    }

    /** Run below a shell, where {@code "$@"} is the command line: for streams that are closed or go nowhere. */
    public Result runIn(String script, String... args) throws IOException, InterruptedException {
        return finish(start(script, args));
    }

    public Process start(String script, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QuickStart.options());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", QuickStart.classPath(), ProcessUnderTest.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectOutput(scratch("out").toFile())
                .redirectError(scratch("err").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    public Result finish(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("still running after a minute");
        }
        return new Result(process.exitValue(), Files.readString(scratch("out")), Files.readString(scratch("err")));
    }

    private Path scratch(String stream) throws IOException {
        return Files.createDirectories(folder.resolve("streams-" + System.identityHashCode(this)))
                .resolve(stream);
    }
}
