package dev.davit.k8s.cluster;

import java.nio.file.Path;

/** Read a token from a file each time: whoever put it there renews it. */
record TokenFile(Path file) implements Login {
    @Override
    public Credential now() {
        return Credential.token(Files.text(file, "the token").strip());
    }
}
