package dev.davit.cli.secret;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Look for the ways in which a secret slips into text. */
public final class Encodings {
    private final List<String> traces = new ArrayList<>();

    /** Look for this one. */
    public Encodings(String secret) {
        traces.add(secret);
        traces.add(new StringBuilder(secret).reverse().toString());
        traces.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        traces.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        traces.add(secret.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            binary(secret.getBytes(charset));
        }
        // The distinctive middle, for whatever escapes the rest in its own way.
        traces.add(secret.replaceAll("[^A-Za-z0-9]+", " ").trim().split(" ")[0]);
    }

    private void binary(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        traces.add(hex);
        traces.add(hex.toUpperCase(Locale.ROOT));
        traces.add(HexFormat.ofDelimiter(":").formatHex(bytes));
        for (int shift = 0; shift < 3; shift++) {
            base64(bytes, shift);
        }
    }

    /** The middle of the code, which stays the same whatever stands before and after the secret. */
    private void base64(byte[] bytes, int shift) {
        byte[] shifted = new byte[bytes.length + shift];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            String code = encoder.withoutPadding().encodeToString(shifted);
            traces.add(code.substring(shift == 0 ? 0 : 4, code.length() - 2));
        }
    }

    /** Give the traces that a text has of the secret. */
    public List<String> in(String text) {
        String joined = text.replaceAll("\\s+", "");
        return traces.stream()
                .filter(it -> text.contains(it) || joined.contains(it))
                .toList();
    }
}
