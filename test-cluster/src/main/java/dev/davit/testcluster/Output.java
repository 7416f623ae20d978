package dev.davit.testcluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process said. */
record Output(List<String> command, int exit, String text, String error) {
    /**
     * Run it to its end.
     *
     * <p>Through files, since a process that is started here may leave others behind that hold its pipes open for ever.
     */
    static Output of(List<String> command, String input) {
        try {
            Path in = Files.createTempFile("davit-", ".in");
            Path out = Files.createTempFile("davit-", ".out");
            Path error = Files.createTempFile("davit-", ".err");
            try {
                Files.writeString(in, input);
                Process process = new ProcessBuilder(command)
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(error.toFile())
                        .start();
                return new Output(command, end(process), read(out), read(error));
            } finally {
                for (Path file : List.of(in, out, error)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int end(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a process of the test cluster ran", e);
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    boolean succeeded() {
        return exit == 0;
    }

    String orThrow() {
        if (!succeeded()) {
            throw new IllegalStateException(String.join(" ", command) + ": exit " + exit + ": " + error.strip());
        }
        return text;
    }
}
