package dev.davit.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the command line in a JVM of its own, as a user does. */
final class Davit {
    /** Holds what a run gave. */
    record Run(int exitCode, String out) {}

    private final List<String> jvmOptions;
    private final Path directory;
    private final Map<String, String> environment = new TreeMap<>(Map.of("NO_COLOR", "1", "COLUMNS", "120"));

    Davit(Path directory, String... jvmOptions) {
        this.directory = directory;
        this.jvmOptions = List.of(jvmOptions);
    }

    Davit with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.davit.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out);
    }
}
