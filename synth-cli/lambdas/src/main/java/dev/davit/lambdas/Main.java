package dev.davit.lambdas;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives the lambdas in the jars of a folder classes: {@code Main FOLDER GLOB}. */
public final class Main {
    private Main() {}

    /**
     * Rewrite each jar in place.
     *
     * @throws IllegalArgumentException if the folder has no such jar
     */
    public static void main(String[] arguments) throws IOException {
        int rewritten = 0;
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), arguments[1])) {
            for (Path jar : jars) {
                Jar.rewrite(jar);
                rewritten++;
            }
        }
        if (rewritten == 0) {
            throw new IllegalArgumentException("no jar in " + arguments[0] + " is called " + arguments[1]);
        }
    }
}
