package dev.davit.render.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Lets one sandbox at a time use a state file, and tells others where it answers.
 *
 * <p>The operating system drops the lock with the process, so what a killed one left beside the state means nothing. The lock's file
 * stays: a file that is deleted could be locked by one and made anew by another.
 */
final class StateLock implements AutoCloseable {
    /** All that a held file may say: whoever may write it must not lead others off this machine. */
    private static final String LOOPBACK = "http://127.0.0.1:";

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes it unless somebody has it. */
    static Optional<StateLock> take(Path state) throws IOException {
        makeFolder(state.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(
                file(state),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                ownerOnly(state, "rw-------"));
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0);
                return Optional.of(new StateLock(channel));
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // The same answer as a lock that another process has.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** What a sandbox keeps may hold secrets of its user: nobody else reads them, and no commit takes them along. */
    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
            Files.writeString(folder.resolve(".gitignore"), "*\n");
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static Path file(Path state) {
        return state.resolveSibling(state.getFileName() + ".lock");
    }

    /** Tells others where the sandbox answers. */
    void publish(URI address) throws IOException {
        channel.write(ByteBuffer.wrap((address + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Gives where the one who has it answers; empty as long as that is not known. */
    static Optional<URI> holder(Path state) throws IOException {
        try {
            return Optional.of(Files.readString(file(state)))
                    .filter(it -> it.startsWith(LOOPBACK) && it.endsWith("\n"))
                    .map(it -> URI.create(it.strip()));
        } catch (NoSuchFileException nobody) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            channel.truncate(0);
        }
    }
}
