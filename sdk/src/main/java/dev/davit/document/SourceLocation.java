package dev.davit.document;

import java.util.Objects;

/**
 * Name a place in the user's own source.
 *
 * @param file the file's name without its folder, such as {@code DocAi.java}; empty where the class was compiled without
 *     debug information
 * @param line the line, from 1; 0 where it is not known
 * @param className the binary name of the class
 * @param method the method, such as {@code define}; the lambda's own method for a configurator
 */
public record SourceLocation(String file, int line, String className, String method) {
    public SourceLocation {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(method, "method");
    }

    /** Name a line, from 1, of a text file. */
    public static SourceLocation inFile(String file, int line) {
        return new SourceLocation(file, line, "", "");
    }

    /** Write {@code DocAi.java:14}, or class and method where the line is not known: never {@code null:-1}. */
    @Override
    public String toString() {
        return file.isEmpty() || line < 1 ? className + "." + method : file + ":" + line;
    }

    /** Write it for machines: {@code class} and {@code method}; {@code file} and {@code line} where they are known. */
    public MapNode toNode() {
        MapNode node = new MapNode(null).put("class", className).put("method", method);
        return file.isEmpty() || line < 1 ? node : node.put("file", file).put("line", line);
    }
}
