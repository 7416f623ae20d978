package dev.davit.render.importing;

import dev.davit.document.Comment;
import dev.davit.document.CommentReader;
import dev.davit.document.Dialect;
import dev.davit.document.DocumentReader;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.ScalarNode;
import dev.davit.document.SourceLocation;
import dev.davit.importing.Decision;
import dev.davit.importing.ImportException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hold a Blueprint as somebody wrote it.
 *
 * @param name the file's name for messages
 * @param root its tree; each node knows its line
 * @param comments its comments
 * @param text its text
 * @param lines the lines of the text
 */
public record BlueprintFile(String name, MapNode root, List<Comment> comments, String text, List<String> lines) {
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final Set<String> LISTS =
            Set.of("services", "databases", "envVarGroups", "projects", "ungrouped", "buildSources");

    /**
     * Read a file.
     *
     * @throws dev.davit.document.DocumentException if it is no YAML, or too much of it
     * @throws ImportException if it is no Blueprint
     */
    public static BlueprintFile read(Path file) {
        return read(file.toString(), DocumentReader.text(file));
    }

    /**
     * Read a text.
     *
     * @param name the file's name for messages
     * @throws dev.davit.document.DocumentException if it is no YAML, or too much of it
     * @throws ImportException if it is no Blueprint
     */
    public static BlueprintFile read(String name, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new ImportException(
                    "the file is too large for a Blueprint",
                    name,
                    "it has " + text.length() + " characters, and at most " + MOST_CHARACTERS
                            + " are read: no definition of one method holds as much",
                    "split the file, for example by projects");
        }
        List<Node> documents = DocumentReader.read(name, text, Dialect.RENDER);
        MapNode root = root(name, documents);
        refuseOthers(name, root);
        for (Places place : Places.of(root)) {
            for (String list : List.of("services", "databases", "envVarGroups", "buildSources")) {
                place.node().getList(list).ifPresent(it -> requireNames(name, list, it));
            }
        }
        return new BlueprintFile(name, root, CommentReader.read(text), text, List.of(text.split("\r\n|\r|\n", -1)));
    }

    private static MapNode root(String name, List<Node> documents) {
        if (documents.size() > 1) {
            throw new ImportException(
                    "the file holds " + documents.size() + " documents",
                    place(name, documents.get(1)),
                    "a Blueprint is one document, and Render reads no second",
                    "remove the line \"---\", or put each document into a file of its own");
        }
        if (documents.isEmpty() || isNull(documents.get(0))) {
            throw new ImportException(
                    "the file says nothing",
                    name,
                    "it is empty or holds comments only",
                    "name a file with services, databases or projects");
        }
        if (documents.get(0) instanceof MapNode root) {
            return root;
        }
        throw new ImportException(
                "this is no Blueprint",
                place(name, documents.get(0)),
                documents.get(0) instanceof ListNode
                        ? "it is a list, and a Blueprint is a map with lists in it"
                        : "it is one text, and a Blueprint is a map with lists in it",
                "begin with services: or databases: and write the list below it");
    }

    private static void refuseOthers(String name, MapNode root) {
        if (root.has("apiVersion") && root.has("kind")) {
            throw new ImportException(
                    "this is a Kubernetes object",
                    name,
                    "it has apiVersion and kind",
                    "davit import --from kubernetes imports it");
        }
        for (String list : LISTS) {
            Optional<Node> node = root.get(list);
            if (node.isPresent() && wrong(list, node.get())) {
                throw new ImportException(
                        list + " is no list",
                        place(name, node.get()),
                        node.get() instanceof MapNode
                                ? "it is a map, as Docker Compose has it, and a Blueprint has a list of maps with a name each"
                                : "a Blueprint has a list of maps there",
                        "write each entry as \"- name: ...\" below it");
            }
        }
        if (LISTS.stream().noneMatch(root::has)) {
            throw new ImportException(
                    "this is no Blueprint",
                    name,
                    "it has none of services, databases, envVarGroups, projects and ungrouped"
                            + (root.isEmpty()
                                    ? ""
                                    : "; it has "
                                            + String.join(
                                                    ", ",
                                                    root.entries().keySet().stream()
                                                            .limit(5)
                                                            .toList())),
                    "name the render.yaml of a repository");
        }
    }

    private static void requireNames(String file, String list, ListNode entries) {
        int position = 1;
        for (Node entry : entries) {
            if (!(entry instanceof MapNode map)) {
                throw new ImportException(
                        "entry " + position + " of " + list + (isNull(entry) ? " is empty" : " is no map"),
                        place(file, entry),
                        "each entry is a map with a name; a \"-\" that stands alone makes an empty one",
                        "remove it, or write \"name: ...\" and the rest below it");
            }
            if (map.get("name")
                    .filter(it -> it instanceof ScalarNode scalar && scalar.value() != null)
                    .isEmpty()) {
                throw new ImportException(
                        "entry " + position + " of " + list + " has no name",
                        place(file, entry),
                        "its name is what Render knows a resource by",
                        "add \"name: ...\"");
            }
            position++;
        }
    }

    private static boolean wrong(String list, Node node) {
        return !isNull(node) && !(list.equals("ungrouped") ? node instanceof MapNode : node instanceof ListNode);
    }

    static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.value() == null;
    }

    static int line(Node node) {
        return node.origin().map(Origin::at).map(SourceLocation::line).orElse(0);
    }

    private static String place(String name, Node node) {
        return name + ":" + line(node);
    }

    /** Says what was made of a node; the column is that of its key. */
    Decision decision(Decision.Kind kind, Node node, String key, String path, String what, String why) {
        return decision(kind, line(node), key, path, what, why);
    }

    Decision decision(Decision.Kind kind, int line, String key, String path, String what, String why) {
        return new Decision(kind, name, line, column(line, key), path, what, why);
    }

    /** Says that a secret is taken out of a variable of a resource. */
    Decision secret(MapNode entry, String key, String path) {
        return decision(
                Decision.Kind.SECRET,
                entry,
                key,
                path + "/envVars/" + key,
                key + " holds a secret",
                "its value is not written to Java: give it to Render, and a new one, for this one was in a file");
    }

    /** Gives the column, from 1, at which a key stands on its line. */
    private int column(int line, String key) {
        int found = line < 1 || line > lines.size() ? -1 : lines.get(line - 1).indexOf(key);
        return Math.max(found, 0) + 1;
    }
}
