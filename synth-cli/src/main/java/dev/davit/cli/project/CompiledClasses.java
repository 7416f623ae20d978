package dev.davit.cli.project;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hold class files by class name, and the source that each came from.
 *
 * <p>They stay in memory: a cache entry that another process prunes meanwhile cannot take classes away that are not
 * loaded yet.
 */
record CompiledClasses(SortedMap<String, byte[]> classes, SortedMap<String, String> sources) {
    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(classes.size());
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeUTF(sources.get(entry.getKey()));
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Optional<CompiledClasses> decode(byte[] encoded) {
        CompiledClasses decoded = new CompiledClasses(new TreeMap<>(), new TreeMap<>());
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded))) {
            for (int left = in.readInt(); left > 0; left--) {
                String name = in.readUTF();
                decoded.sources.put(name, in.readUTF());
                decoded.classes.put(name, in.readNBytes(in.readInt()));
            }
            return Optional.of(decoded);
        } catch (IOException | IllegalArgumentException otherFormat) {
            return Optional.empty();
        }
    }
}
