package dev.davit.target;

import dev.davit.document.MapNode;
import java.util.List;

/** Hold one file that synth writes, relative to the target's folder. */
public sealed interface OutputFile {
    /** Give the path, with {@code /} between folders. */
    String path();

    /**
     * Hold YAML documents, still open to raw edits.
     *
     * @param path the file's path
     * @param header lines of the comment at the top
     * @param documents the documents
     */
    record Yaml(String path, List<String> header, List<MapNode> documents) implements OutputFile {
        public Yaml {
            header = List.copyOf(header);
            documents = List.copyOf(documents);
        }
    }

    /**
     * Hold plain text.
     *
     * @param path the file's path
     * @param text the content
     */
    record Text(String path, String text) implements OutputFile {}
}
