package dev.davit.k8s.manifest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes text where nginx reads it: as a quoted value, or as a piece of a regular expression. */
final class NginxText {
    /** nginx has no escape for a dollar sign: a variable that {@code geo} sets stands for it. */
    static final String DOLLAR = "geo $dollar {\n  default \"$\";\n}\n";

    private NginxText() {}

    /** Writes text that must stay as it is. */
    static String quoted(String text) {
        return "\"" + value(text) + "\"";
    }

    static String value(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "${dollar}");
    }

    /** Writes a regular expression for a piece of a path; nginx compares it with the path as it is after decoding. */
    static String pattern(String encodedPath) {
        StringBuilder pattern = new StringBuilder();
        for (byte raw : decoded(encodedPath)) {
            char c = (char) (raw & 0xFF);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "/_-~".indexOf(c) >= 0;
            boolean safeInClass = c > ' ' && c < 0x7F && "\"\\[]^".indexOf(c) < 0;
            if (plain) {
                pattern.append(c);
            } else if (safeInClass) {
                pattern.append('[').append(c).append(']');
            } else {
                pattern.append(String.format(Locale.ROOT, "\\x%02X", (int) c));
            }
        }
        return pattern.toString();
    }

    private static byte[] decoded(String path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] raw = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
            bytes.write(low >= 0 ? high * 16 + low : raw[i]);
            i += low >= 0 ? 2 : 0;
        }
        return bytes.toByteArray();
    }
}
