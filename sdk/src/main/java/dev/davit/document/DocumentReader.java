package dev.davit.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Read YAML 1.2 or JSON that may be hostile into trees whose nodes know their file and line.
 *
 * <p>Tags, merge keys, duplicate keys, keys that are not text and values that no document holds (infinity, not-a-number) are
 * refused; aliases are replaced by copies of what they name. Every refusal is a {@link DocumentException} that names file,
 * line and column.
 */
public final class DocumentReader {
    /** Read at most so many bytes of a file, or characters of a text: 8 MiB. */
    public static final int MAX_SIZE = 8 << 20;

    /** Read and write at most so many levels. */
    public static final int MAX_DEPTH = 200;

    /** Read at most so many values of one text, counting each copy that an alias asks for. */
    public static final int MAX_NODES = 500_000;

    private DocumentReader() {}

    /**
     * Read all documents of a file in UTF-8.
     *
     * @throws DocumentException if it cannot be opened, or as {@link #read(String, String)} does
     */
    public static List<Node> read(Path file) {
        return read(file.toString(), decode(file, bytes(file)));
    }

    /**
     * Read all documents of a text; a text without content has none.
     *
     * @param name the name for messages and origins, such as {@code render.yaml}
     * @throws DocumentException if the text is refused
     */
    public static List<Node> read(String name, String text) {
        return documents(name, text, false);
    }

    /**
     * Read all documents of a text that people wrote for readers of YAML 1.1 as well: merge keys are carried out and the directive
     * {@code %YAML 1.1} is passed over. Values are read by YAML 1.2 all the same; {@link ScalarNode#written()} tells how they stand there.
     *
     * @param name the name for messages and origins, such as {@code render.yaml}
     * @throws DocumentException if the text is refused
     */
    public static List<Node> readLenient(String name, String text) {
        return documents(name, text, true);
    }

    private static List<Node> documents(String name, String text, boolean lenient) {
        if (text.length() > MAX_SIZE) {
            throw tooLarge(name, text.length() + " characters");
        }
        return new TreeReader(name, text, lenient).documents();
    }

    /**
     * Read a file in UTF-8 as text, without a byte order mark.
     *
     * @throws DocumentException if it cannot be opened, is too large or is not UTF-8
     */
    public static String text(Path file) {
        String text = decode(file, bytes(file));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_SIZE + 1);
            if (bytes.length > MAX_SIZE) {
                throw tooLarge(file.toString(), "more than " + MAX_SIZE + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new DocumentException(
                    file.toString(), "cannot be read", e.toString(), "check the path and your rights to the file");
        }
    }

    private static String decode(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DocumentException(
                    file.toString(), "not UTF-8", "other encodings cannot be told apart", "save the file as UTF-8");
        }
    }

    private static DocumentException tooLarge(String name, String size) {
        return new DocumentException(
                name,
                "too large, " + size,
                "at most " + MAX_SIZE + " are read, so that no input fills the memory",
                "split the file");
    }
}
