package dev.davit.apply;

import dev.davit.document.DocumentException;
import dev.davit.document.Fields;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Lines of JSON in a file that one process has to itself. A line that a crash cut off is dropped. */
final class JournalFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final FileChannel lock;
    private byte[] found = {};

    private JournalFile(Path file, FileChannel channel, FileChannel lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * @throws LeaseHeldException if another process, or another journal of this one, has it
     */
    static JournalFile open(Path file) throws IOException {
        createFolder(file.toAbsolutePath().getParent());
        FileChannel lock = channel(file.resolveSibling(file.getFileName() + ".lock"));
        try {
            lock(lock, file);
            FileChannel channel = channel(file);
            try {
                JournalFile opened = new JournalFile(file, channel, lock);
                opened.read();
                return opened;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void createFolder(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(
                folder,
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0]);
    }

    private static FileChannel channel(Path file) throws IOException {
        Set<OpenOption> options = Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? FileChannel.open(
                        file,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(file, options);
    }

    /** The operating system drops the lock with the process. The file stays: deleting it would let two in. */
    private static void lock(FileChannel channel, Path file) throws IOException {
        try {
            // Far behind the text, which others may then read wherever locks keep readers out.
            FileLock taken = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            if (taken != null) {
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap(("process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
                return;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // The same answer as for another process.
        }
        ByteBuffer text = ByteBuffer.allocate(100);
        channel.read(text, 0);
        String holder = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
        throw new LeaseHeldException(
                holder, holder + " of this machine is applying this stack; its journal is " + file);
    }

    private void read() throws IOException {
        if (channel.size() > Json.MAX_SIZE) {
            channel.truncate(0);
        }
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // Reads on until all is there.
        }
        int length = buffer.position();
        while (length > 0 && buffer.get(length - 1) != '\n') {
            length--;
        }
        found = Arrays.copyOf(buffer.array(), length);
        cut(length);
    }

    private void cut(int length) throws IOException {
        channel.truncate(length);
        channel.position(length);
    }

    /** Gives what was in the file when it was opened; from a line on that makes no sense, nothing, and it is cut there. */
    List<Fields> lines() throws IOException {
        List<Fields> lines = new ArrayList<>();
        for (int from = 0; from < found.length; from = end(from) + 1) {
            try {
                lines.add(line(from));
            } catch (DocumentException cutOff) {
                cut(from);
                break;
            }
        }
        return lines;
    }

    /** Gives the first and the last line of that, where there are two. */
    List<Fields> ends() {
        int last = found.length - 1;
        while (last > 0 && found[last - 1] != '\n') {
            last--;
        }
        try {
            return last <= 0 ? List.of() : List.of(line(0), line(last));
        } catch (DocumentException cutOff) {
            return List.of();
        }
    }

    private Fields line(int from) {
        return Fields.of(file.toString(), Json.read(file.toString(), Arrays.copyOfRange(found, from, end(from))));
    }

    private int end(int from) {
        int to = from;
        while (found[to] != '\n') {
            to++;
        }
        return to;
    }

    Path path() {
        return file;
    }

    synchronized void clear() throws IOException {
        channel.truncate(0);
        channel.position(0);
    }

    /** Writes a line that outlives this process; with {@code force} also a power failure. */
    void append(MapNode line, boolean force) throws IOException {
        write(ByteBuffer.wrap((Json.compact(line) + "\n").getBytes(StandardCharsets.UTF_8)));
        if (force) {
            // Outside of the lock: what several threads wrote goes to the disk at once.
            channel.force(false);
        }
    }

    private synchronized void write(ByteBuffer bytes) throws IOException {
        long start = channel.position();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            // Half a line, on a full disk for instance, would swallow the next one.
            channel.truncate(start);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            channel.close();
        }
    }
}
