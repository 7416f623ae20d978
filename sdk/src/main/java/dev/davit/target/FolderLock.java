package dev.davit.target;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Let one writer at a time into an output folder.
 *
 * <p>The operating system drops the lock with the process, so a killed writer never blocks the next one. The file is
 * deleted afterwards; the token in it tells a lock on the current file from one on a file that was just deleted.
 */
final class FolderLock implements Closeable {
    static final String NAME = OutputManifest.NAME + ".lock";

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Optional<FolderLock> take(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            if (channel.tryLock() != null && isCurrent(file, channel)) {
                return Optional.of(new FolderLock(file, channel));
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // The same answer as a lock that another process holds.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean isCurrent(Path file, FileChannel channel) throws IOException {
        String token =
                ProcessHandle.current().pid() + " " + Thread.currentThread().getId() + " " + System.nanoTime();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)));
        try {
            return Files.readString(file).equals(token);
        } catch (NoSuchFileException deletedMeanwhile) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
