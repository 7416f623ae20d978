package dev.davit.cli.project;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** Hand a source to the compiler as it was read. */
final class MemorySource extends SimpleJavaFileObject {
    private final SourceFile file;
    private final String text;

    MemorySource(SourceFile file) {
        super(
                URI.create("memory:///")
                        .resolve(file.path().toAbsolutePath().toUri().getRawPath()),
                Kind.SOURCE);
        this.file = file;
        this.text = file.text();
    }

    SourceFile file() {
        return file;
    }

    String text() {
        return text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
