package dev.davit.lambdas;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives the lambdas in the jars of a folder classes: {@code Main FOLDER GLOB}. */
public final class Main {
    private Main() {}

    /** Rewrite each jar in place. */
    public static void main(String[] arguments) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), arguments[1])) {
            for (Path jar : jars) {
                Jar.rewrite(jar);
            }
        }
    }
}
