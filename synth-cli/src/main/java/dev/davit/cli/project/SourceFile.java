package dev.davit.cli.project;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.target.FileFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Hold one source as it was read: what is compiled is what the cache key was made of.
 *
 * @param path the file, relative to where the user stands if the argument was
 * @param name the file below the project's folder, parts separated by {@code /}
 */
record SourceFile(Path path, String name, byte[] content) {
    static SourceFile read(Path base, Path path) {
        String name =
                base.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
        try {
            return new SourceFile(path.normalize(), name, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new Failure(
                            ExitCode.BAD_INPUT,
                            "a source file cannot be read",
                            path.normalize().toString(),
                            FileFault.reason(e, path),
                            "make it readable and run again")
                    .causedBy(e);
        }
    }

    String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Failure(
                            ExitCode.BAD_INPUT,
                            "a source file is not text in UTF-8",
                            path.toString(),
                            "some of its bytes are no characters",
                            "save it as UTF-8 and run again")
                    .causedBy(e);
        }
    }
}
