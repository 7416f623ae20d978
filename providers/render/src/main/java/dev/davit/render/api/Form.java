package dev.davit.render.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * Hold a form that carries a file; source of the format: RFC 7578.
 *
 * @param boundary what stands between its parts, and in none of them
 * @param bytes all of it
 */
record Form(String boundary, byte[] bytes) {
    /**
     * Write one.
     *
     * @param fields its other fields
     * @param file the name of the field that carries the file, and of the file
     */
    static Form of(Map<String, String> fields, String file, byte[] content) {
        String boundary = "davit-" + UUID.randomUUID();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fields.forEach((name, value) -> {
            write(bytes, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n");
            write(bytes, value + "\r\n");
        });
        write(
                bytes,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file
                        + "\"; filename=\"render.yaml\"\r\n" + "Content-Type: application/octet-stream\r\n\r\n");
        bytes.writeBytes(content);
        write(bytes, "\r\n--" + boundary + "--\r\n");
        return new Form(boundary, bytes.toByteArray());
    }

    private static void write(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }
}
