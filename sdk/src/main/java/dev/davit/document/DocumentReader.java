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
        return read(file.toString(), decode(file.toString(), bytes(file)));
    }

    /**
     * Read all documents of a text; a text without content has none.
     *
     * @param name the name for messages and origins, such as {@code render.yaml}
     * @throws DocumentException if the text is refused
     */
    public static List<Node> read(String name, String text) {
        return read(name, text, Dialect.YAML_1_2);
    }

    /**
     * Read a text as a platform does.
     *
     * @param name what to call it in messages
     * @throws DocumentException if the text is refused
     */
    public static List<Node> read(String name, String text, Dialect dialect) {
        if (text.length() > MAX_SIZE) {
            throw tooLarge(name, text.length() + " characters");
        }
        return new TreeReader(name, text, dialect).documents();
    }

    /**
     * Read a file in UTF-8 as text, without a byte order mark.
     *
     * @throws DocumentException if it cannot be opened, is too large or is not UTF-8
     */
    public static String text(Path file) {
        return text(file.toString(), bytes(file));
    }

    /**
     * Take bytes for a text in UTF-8, without a byte order mark.
     *
     * @param name what to call it in messages
     * @throws DocumentException if they are too many or not UTF-8
     */
    public static String text(String name, byte[] bytes) {
        String text = decode(name, bytes);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_SIZE + 1);
        } catch (IOException e) {
            throw new DocumentException(
                    file.toString(), "cannot be read", e.toString(), "check the path and your rights to the file");
        }
    }

    private static String decode(String name, byte[] bytes) {
        if (bytes.length > MAX_SIZE) {
            throw tooLarge(name, "more than " + MAX_SIZE + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DocumentException(
                    name, "not UTF-8", "other encodings cannot be told apart", "save the file as UTF-8");
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
