package dev.davit.k8s.schema;

import dev.davit.document.DocumentReader;
import dev.davit.document.Edit;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.document.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One row of {@code verdicts.txt}: a good document, an edit of it, and what is then wrong.
 *
 * @param row such as {@code deployment set /spec/replicas "2"}
 * @param expected the violations as lines, or the one line {@code accepted}
 * @param notes lines in brackets: where the server differs, and why that is left so
 */
record Verdict(String row, List<String> expected, List<String> notes) {
    static final Path FILE = GoodManifests.RESOURCES.resolve("verdicts.txt");

    private static final SourceLocation NOWHERE = new SourceLocation("verdicts.txt", 1, "Verdict", "document");

    static List<Verdict> all() {
        List<Verdict> verdicts = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("    ")) {
                verdicts.get(verdicts.size() - 1).add(line.strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                verdicts.add(new Verdict(line, new ArrayList<>(), new ArrayList<>()));
            }
        }
        return verdicts;
    }

    private void add(String line) {
        (line.startsWith("(the server") ? notes : expected).add(line);
    }

    /** Say whether the server is known to say the opposite. */
    boolean differs() {
        return !notes.isEmpty();
    }

    static List<String> lines() {
        try {
            return Files.readAllLines(FILE, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MapNode document() {
        String[] words = row.split(" ", 4);
        MapNode document = GoodManifests.named(words[0]);
        Edit edit = words[1].equals("remove")
                ? Edit.remove(words[2], "", NOWHERE)
                : Edit.set(words[2], value(words[3]), "", NOWHERE);
        edit.apply(document);
        return document;
    }

    private static Node value(String text) {
        List<Node> nodes = DocumentReader.read("verdicts.txt", text);
        return nodes.isEmpty() ? ScalarNode.of(null, null) : nodes.get(0);
    }

    /** Say what the schema says now, in the form of the file. */
    static List<String> actual(ManifestSchema schema, MapNode document) {
        List<String> lines = schema.check(document).stream()
                .map(violation -> (violation.pointer().isEmpty() ? "(document)" : violation.pointer()) + "  "
                        + violation.message())
                .collect(Collectors.toList());
        return lines.isEmpty() ? List.of("accepted") : lines;
    }
}
