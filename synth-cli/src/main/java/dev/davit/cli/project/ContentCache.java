package dev.davit.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keep what is expensive to make, one file per key, each led by the digest of its content.
 *
 * <p>A cache never stops a command: what cannot be read, is torn or was changed counts as absent, and what cannot be
 * written is not kept. One file per entry makes a write one rename, so two processes may write the same key.
 */
final class ContentCache {
    private static final int KEPT = 50;
    private static final int DIGEST_LENGTH = 32;

    private final Optional<Path> folder;

    ContentCache(Optional<Path> folder) {
        this.folder = folder;
    }

    Optional<byte[]> read(String key) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.get().resolve(key);
        try {
            byte[] entry = Files.readAllBytes(file);
            if (!isWhole(entry)) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(Arrays.copyOfRange(entry, DIGEST_LENGTH, entry.length));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(byte[] entry) {
        return entry.length >= DIGEST_LENGTH
                && Arrays.equals(
                        Arrays.copyOf(entry, DIGEST_LENGTH),
                        new ContentKey()
                                .add(Arrays.copyOfRange(entry, DIGEST_LENGTH, entry.length))
                                .bytes());
    }

    void write(String key, byte[] content) {
        if (folder.isEmpty()) {
            return;
        }
        try {
            createFolder(folder.get());
            Path staged = Files.createTempFile(folder.get(), ".new-", "");
            Files.write(staged, entry(content));
            Files.move(
                    staged,
                    folder.get().resolve(key),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            prune(folder.get());
        } catch (IOException notKept) {
            // The next run makes it again.
        }
    }

    private static byte[] entry(byte[] content) {
        byte[] digest = new ContentKey().add(content).bytes();
        byte[] entry = Arrays.copyOf(digest, digest.length + content.length);
        System.arraycopy(content, 0, entry, digest.length, content.length);
        return entry;
    }

    /** For the owner only: what lies here is run as code. */
    private static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.getParent());
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void prune(Path folder) throws IOException {
        List<Path> files;
        try (var list = Files.list(folder)) {
            files = list.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        if (files.size() <= KEPT) {
            return;
        }
        for (Path old : files.stream()
                .sorted(Comparator.comparing(ContentCache::lastUse).reversed())
                .skip(KEPT)
                .toList()) {
            Files.deleteIfExists(old);
        }
    }

    private static FileTime lastUse(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException prunedByAnother) {
            return FileTime.fromMillis(0);
        }
    }
}
