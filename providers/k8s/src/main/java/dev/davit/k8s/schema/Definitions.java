package dev.davit.k8s.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hold the paragraphs of the schema files and read each when it is first asked for.
 *
 * <p>A run needs few of them: a Deployment and all below it is a quarter.
 */
final class Definitions {
    private final Map<String, List<String>> paragraphs = new HashMap<>();
    private final Map<String, ManifestKind> kinds = new LinkedHashMap<>();
    private final Map<String, ObjectType> read = new ConcurrentHashMap<>();

    private Definitions() {}

    /** Read files; what a later one says of a field or a kind replaces what an earlier one said. */
    static Definitions read(String... files) {
        Definitions definitions = new Definitions();
        for (String file : files) {
            definitions.add(text(file));
        }
        return definitions;
    }

    private static String text(String file) {
        try (InputStream in = Definitions.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private void add(String text) {
        List<String> lines = null;
        for (String line : text.split("\n")) {
            if (line.startsWith("  ")) {
                lines.add(line.substring(2));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                lines = paragraph(line);
            }
        }
        taken("kinds").stream().map(ManifestKind::read).forEach(kind -> kinds.put(kind.key(), kind));
        taken("names")
                .forEach(line -> kinds.computeIfPresent(
                        ManifestKind.keyOf(line), (key, kind) -> kind.named(NameRule.read(line))));
    }

    private List<String> paragraph(String name) {
        List<String> lines = paragraphs.get(name);
        if (lines == null) {
            lines = new ArrayList<>();
            paragraphs.put(name, lines);
        }
        return lines;
    }

    private List<String> taken(String paragraph) {
        return Optional.ofNullable(paragraphs.remove(paragraph)).orElse(List.of());
    }

    Optional<ManifestKind> kind(String apiVersion, String kind) {
        return Optional.ofNullable(kinds.get(apiVersion + " " + kind));
    }

    Collection<ManifestKind> kinds() {
        return Collections.unmodifiableCollection(kinds.values());
    }

    Collection<String> names() {
        return Collections.unmodifiableSet(paragraphs.keySet());
    }

    ObjectType object(String name) {
        return read.computeIfAbsent(name, this::fields);
    }

    private ObjectType fields(String name) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String line : paragraphs.get(name)) {
            Field field = TypeReader.field(line);
            fields.put(field.name(), field);
        }
        return ObjectType.of(name, fields);
    }
}
