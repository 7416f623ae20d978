package dev.davit.render.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the parts of a form that carries a file; source of the format: RFC 7578. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");

    private final String content;
    private final String boundary;

    private Multipart(String content, String boundary) {
        this.content = content;
        this.boundary = boundary;
    }

    static Multipart of(Call call) {
        Matcher matcher = BOUNDARY.matcher(call.header("content-type"));
        if (!call.header("content-type").startsWith("multipart/form-data") || !matcher.find()) {
            throw Problem.badRequest("the body must be multipart/form-data");
        }
        // One character for each byte, so that a file of any encoding keeps its bytes.
        return new Multipart(new String(call.content(), StandardCharsets.ISO_8859_1), "--" + matcher.group(1));
    }

    Optional<byte[]> part(String name) {
        for (String part : content.split(Pattern.quote(boundary))) {
            int end = part.indexOf("\r\n\r\n");
            if (end > 0 && part.substring(0, end).contains("name=\"" + name + "\"")) {
                String body = part.substring(end + 4);
                String trimmed = body.endsWith("\r\n") ? body.substring(0, body.length() - 2) : body;
                return Optional.of(trimmed.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return Optional.empty();
    }
}
