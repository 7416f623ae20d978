package dev.davit.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Names one example: a folder with a definition and the files that synth makes of it. */
record Example(String folder, String className) {
    static final List<Example> ALL = List.of(
            new Example("quickstart", "Quickstart"),
            new Example("rag-on-render", "RagOnRender"),
            new Example("doc-ai", "DocAi"),
            new Example("llm-on-kubernetes", "LlmOnKubernetes"),
            new Example("static-and-cron", "StaticAndCron"));

    Path home() {
        return Path.of(folder).toAbsolutePath();
    }

    Path source() {
        return home().resolve(className + ".java");
    }

    Path expected() {
        return home().resolve("expected");
    }

    /** Reads all files below a folder, by their path. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile)
                    .forEach(
                            path -> files.put(folder.relativize(path).toString().replace('\\', '/'), read(path)));
        }
        files.remove(".davit-out");
        return files;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder;
    }
}
