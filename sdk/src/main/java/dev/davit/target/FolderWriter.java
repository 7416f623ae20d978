package dev.davit.target;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Carry out a checked change: announce it, remove, write, then record what is there. */
record FolderWriter(Path folder, FileWork work, FolderChange change) {
    private static final String STAGED = OutputManifest.NAME + ".new";

    OutputReport run() throws IOException {
        if (!change.write().isEmpty() || !change.remove().isEmpty()) {
            record(announced());
            remove();
            write();
        }
        byte[] done = new OutputManifest(digests(change.wanted()), new TreeMap<>()).bytes();
        if (!Arrays.equals(done, change.manifest())
                || !change.write().isEmpty()
                || !change.remove().isEmpty()) {
            replace(folder.resolve(OutputManifest.NAME), List.of(done));
        }
        Files.deleteIfExists(folder.resolve(STAGED));
        return report();
    }

    /** What is about to go is pending, not owned: once it is gone, a file that a stranger puts there is the stranger's. */
    private OutputManifest announced() {
        SortedMap<String, String> staying = new TreeMap<>(change.owned());
        SortedMap<String, String> pending = digests(change.write());
        change.remove().forEach(path -> pending.put(path, staying.remove(path)));
        return new OutputManifest(staying, pending);
    }

    private void record(OutputManifest manifest) throws IOException {
        replace(folder.resolve(OutputManifest.NAME), List.of(manifest.bytes()));
    }

    private void remove() throws IOException {
        for (String path : change.remove()) {
            work.delete(folder.resolve(path));
            removeEmptyFolders(folder.resolve(path).getParent());
        }
    }

    private void removeEmptyFolders(Path start) throws IOException {
        try {
            for (Path empty = start; !empty.equals(folder); empty = empty.getParent()) {
                work.delete(empty);
            }
        } catch (DirectoryNotEmptyException others) {
            // Something else lives there; it and the folders above stay.
        }
    }

    private void write() throws IOException {
        for (Artifact artifact : change.write().values()) {
            Path file = folder.resolve(artifact.path());
            work.createFolders(file.getParent());
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                removeEmptyTree(file);
            }
            replace(file, artifact.parts());
        }
    }

    private void removeEmptyTree(Path root) throws IOException {
        List<Path> below;
        try (var walk = Files.walk(root)) {
            below = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path empty : below) {
            work.delete(empty);
        }
    }

    /** All files pass through one staging name, so that a killed writer leaves at most one stray of a known name. */
    private void replace(Path file, List<byte[]> content) throws IOException {
        work.write(folder.resolve(STAGED), content);
        work.move(folder.resolve(STAGED), file);
    }

    private static SortedMap<String, String> digests(SortedMap<String, Artifact> files) {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach((path, artifact) -> digests.put(path, artifact.sha256()));
        return digests;
    }

    private OutputReport report() {
        return new OutputReport(
                List.copyOf(change.write().keySet()),
                List.copyOf(change.remove()),
                List.copyOf(change.unchanged()),
                List.copyOf(change.overwrittenEdits()),
                List.copyOf(change.keptEdits()));
    }
}
