package dev.davit.k8s.operate;

import dev.davit.document.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Makes records small, and large again within bounds: whoever can write a Secret could have written a bomb. */
final class Pack {
    private static final int MOST = 64 << 20;

    private Pack() {}

    static byte[] zip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] unzip(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = gzip.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new IllegalArgumentException("more than " + MOST + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] join(List<byte[]> pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pieces.forEach(it -> out.write(it, 0, it.length));
        return out.toByteArray();
    }

    static String digest(byte[] bytes) {
        return Sha256.hex(bytes).substring(0, 10);
    }
}
