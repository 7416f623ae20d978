package dev.davit.document;

import java.math.BigDecimal;
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

    private NodeDigest(MessageDigest digest) {
        this.digest = digest;
    }

    /** Give the digest: 64 hexadecimal digits in lower case. */
    public static String of(Node node) {
        NodeDigest run = new NodeDigest(Sha256.start());
        run.add(node);
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
        digest.update(bytes);
    }

    private void begin(char type, int size) {
        digest.update((byte) type);
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (size >>> shift));
        }
    }
}
