package dev.davit.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keep a folder equal to a set of artifacts, without ever touching a file that is not Davit's.
 *
 * <p>A file is Davit's when the folder's {@code .davit-out} lists it; a file that already has the wanted content is
 * taken over. All checks come before the first write. Each file is replaced whole; a writer that is killed leaves a
 * folder from which the next write reaches its goal.
 */
public final class OutputFolder {
    private final Path folder;
    private final FileWork work;

    OutputFolder(Path folder, FileWork work) {
        this.folder = folder;
        this.work = work;
    }

    /** Name the folder; it is created by the first write. */
    public static OutputFolder at(Path folder) {
        return new OutputFolder(folder, FileWork.REAL);
    }

    /**
     * Make the folder hold these artifacts, and none that an earlier write left and nobody edited.
     *
     * @param artifacts the files, by their paths relative to the folder
     * @throws OutputException if a path leaves the folder, a foreign file or a link is in the way (nothing was written
     *     then), or the file system fails
     */
    public OutputReport write(List<Artifact> artifacts) {
        SortedMap<String, Artifact> wanted = byPath(artifacts);
        try {
            requireFolder();
            work.createFolders(folder);
            FolderLock lock = FolderLock.take(folder).orElseThrow(this::beingWritten);
            try {
                return new FolderWriter(folder, work, FolderChange.inspect(folder, wanted)).run();
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Name what a write would change, sorted, without writing.
     *
     * @return the paths that are missing, have other content, or are no longer wanted; empty if the folder is up to date
     * @throws OutputException as {@link #write}
     */
    public List<String> check(List<Artifact> artifacts) {
        SortedMap<String, Artifact> wanted = byPath(artifacts);
        try {
            requireFolder();
            FolderChange change = FolderChange.inspect(folder, wanted);
            List<String> differing = new ArrayList<>(change.write().keySet());
            differing.addAll(change.remove());
            differing.addAll(change.keptEdits());
            return differing.stream().sorted().toList();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static SortedMap<String, Artifact> byPath(List<Artifact> artifacts) {
        ArtifactPath.requireAll(artifacts.stream().map(Artifact::path).sorted().toList());
        SortedMap<String, Artifact> byPath = new TreeMap<>();
        artifacts.forEach(it -> byPath.put(it.path(), it));
        return byPath;
    }

    private void requireFolder() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new OutputException(
                    "the output folder is a file", folder.toString(), "artifacts need a folder", "name another folder");
        }
        if (Files.isSymbolicLink(folder.resolve(OutputManifest.NAME))) {
            throw FolderChange.link(folder.resolve(OutputManifest.NAME));
        }
    }

    private OutputException beingWritten() {
        return new OutputException(
                "the output folder is being written by another Davit",
                folder.toString(),
                "two writers would mix their files",
                "wait until it is done and run again");
    }

    private OutputException unwritable(IOException e) {
        return new OutputException(
                "the output folder cannot be written",
                folder.toString(),
                FileFault.reason(e, folder),
                "mend that or name another folder, then run again: what was written so far stays valid",
                e);
    }

    static boolean isPlainFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
