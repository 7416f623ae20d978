package dev.davit.document;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * Name what a tree says by its SHA-256.
 *
 * <p>Trees that are equal have one digest, whatever the order of their keys; numbers count by value, so a tree that was
 * written and read again keeps its digest. Nothing of the tree can be read out of it but by trying: a digest of a short
 * secret gives the secret away, so mask first.
 */
public final class NodeDigest {
    private final MessageDigest digest;

    /** Many small pieces: handing on each would cost more than the digest. */
    private final ByteBuffer pieces = ByteBuffer.allocate(8192);

    private NodeDigest(MessageDigest digest) {
        this.digest = digest;
    }

    /** Give the digest: 64 hexadecimal digits in lower case. */
    public static String of(Node node) {
        NodeDigest run = new NodeDigest(Sha256.start());
        run.add(node);
        run.flush();
        return HexFormat.of().formatHex(run.digest.digest());
    }

    private void add(Node node) {
        if (node instanceof MapNode map) {
            begin('{', map.entries().size());
            new TreeMap<>(map.entries()).forEach((key, value) -> {
                text('k', key);
                add(value);
            });
        } else if (node instanceof ListNode list) {
            begin('[', list.size());
            list.forEach(this::add);
        } else {
            scalar(((ScalarNode) node).value());
        }
    }

    private void scalar(Object value) {
        if (value instanceof String text) {
            text('s', text);
        } else if (value instanceof Long number) {
            number(BigDecimal.valueOf(number));
        } else if (value instanceof BigDecimal number) {
            number(number);
        } else {
            text('c', String.valueOf(value));
        }
    }

    private void number(BigDecimal number) {
        text('n', number.stripTrailingZeros().toString());
    }

    /** The length goes first, so that no two trees run together to the same bytes. */
    private void text(char type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        begin(type, bytes.length);
        if (bytes.length > pieces.remaining()) {
            flush();
        }
        if (bytes.length > pieces.remaining()) {
            digest.update(bytes);
        } else {
            pieces.put(bytes);
        }
    }

    private void begin(char type, int size) {
        if (pieces.remaining() < 1 + Integer.BYTES) {
            flush();
        }
        pieces.put((byte) type).putInt(size);
    }

    private void flush() {
        digest.update(pieces.array(), 0, pieces.position());
        pieces.clear();
    }
}
