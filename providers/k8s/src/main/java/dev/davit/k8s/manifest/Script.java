package dev.davit.k8s.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads a script that goes into a ConfigMap as it is, so that those who run it can read it. */
final class Script {
    private Script() {}

    static String of(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of Davit lacks " + name, e);
        }
    }
}
