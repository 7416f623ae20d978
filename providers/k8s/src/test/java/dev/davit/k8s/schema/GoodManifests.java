package dev.davit.k8s.schema;

import dev.davit.document.DocumentReader;
import dev.davit.document.MapNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Hold a document of each kind that the real server accepts. */
final class GoodManifests {
    static final Path RESOURCES = Path.of("src/test/resources/dev/davit/k8s/schema");

    private GoodManifests() {}

    static List<String> names() {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("good"))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MapNode named(String name) {
        return (MapNode) DocumentReader.read(RESOURCES.resolve("good").resolve(name + ".yaml"))
                .get(0);
    }
}
