package dev.davit.target;

import dev.davit.document.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Hold what has to change in a folder, after every check has passed; finding it out writes nothing.
 *
 * @param owned the files that are Davit's now, by the content that a later run may rely on
 */
record FolderChange(
        SortedMap<String, Artifact> wanted,
        byte[] manifest,
        SortedMap<String, String> owned,
        SortedMap<String, Artifact> write,
        SortedSet<String> remove,
        SortedSet<String> unchanged,
        SortedSet<String> overwrittenEdits,
        SortedSet<String> keptEdits) {

    static FolderChange inspect(Path folder, SortedMap<String, Artifact> wanted) throws IOException {
        Path file = folder.resolve(OutputManifest.NAME);
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        OutputManifest manifest =
                Files.exists(file) ? OutputManifest.parse(bytes, file.toString()) : OutputManifest.NONE;
        FolderChange change = new FolderChange(
                wanted,
                bytes,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>());
        change.inspectListed(folder, manifest);
        for (String path : wanted.keySet()) {
            change.inspectWanted(folder, manifest, path);
        }
        return change;
    }

    private void inspectListed(Path folder, OutputManifest manifest) throws IOException {
        Set<String> listed = new HashSet<>(manifest.files().keySet());
        listed.addAll(manifest.pending().keySet());
        for (String path : listed) {
            Optional<String> digest = present(folder, path);
            if (digest.isPresent() && manifest.wrote(path, digest.get())) {
                owned.put(path, digest.get());
            } else if (manifest.lists(path)) {
                owned.put(path, manifest.files().get(path));
            }
            if (!wanted.containsKey(path) && digest.isPresent()) {
                inspectUnwanted(manifest, path, digest.get());
            }
        }
    }

    private void inspectUnwanted(OutputManifest manifest, String path, String digest) {
        if (manifest.wrote(path, digest)) {
            remove.add(path);
        } else if (manifest.lists(path)) {
            keptEdits.add(path);
        }
    }

    private void inspectWanted(Path folder, OutputManifest manifest, String path) throws IOException {
        requireWayFree(folder, path);
        if (unchanged.contains(path)) {
            return;
        }
        Path file = folder.resolve(path);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            write.put(path, wanted.get(path));
            return;
        }
        if (wanted.get(path).isIn(file)) {
            unchanged.add(path);
            return;
        }
        if (!manifest.wrote(path, Sha256.hex(file))) {
            requireListed(manifest, path, file);
            overwrittenEdits.add(path);
        }
        write.put(path, wanted.get(path));
    }

    private static void requireListed(OutputManifest manifest, String path, Path file) {
        if (!manifest.lists(path)) {
            throw new OutputException(
                    "a file that Davit did not write is in the way",
                    file.toString(),
                    OutputManifest.NAME + " does not list it and its content is not what would be written",
                    "move or delete it, or name another folder");
        }
    }

    private void requireWayFree(Path folder, String path) throws IOException {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String parent = path.substring(0, slash);
            requireNoLink(folder.resolve(parent));
            if (OutputFolder.isPlainFile(folder.resolve(parent)) && !remove.contains(parent)) {
                throw inTheWay(folder.resolve(parent), "a folder is needed where this file is");
            }
        }
        requireNoLink(folder.resolve(path));
        if (Files.isDirectory(folder.resolve(path)) && !becomesEmpty(folder, folder.resolve(path))) {
            throw inTheWay(folder.resolve(path), "a file is needed where this folder is, and it is not empty");
        }
    }

    private boolean becomesEmpty(Path root, Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .allMatch(path -> remove.contains(slashed(root.relativize(path))));
        }
    }

    /** Gives the digest of a file that is there. The text that is wanted has its digest already, and mostly the file is the same. */
    private Optional<String> present(Path folder, String path) throws IOException {
        Path at = folder;
        for (String segment : path.split("/")) {
            at = at.resolve(segment);
            if (Files.isSymbolicLink(at)) {
                return Optional.empty();
            }
        }
        if (!OutputFolder.isPlainFile(at)) {
            return Optional.empty();
        }
        Artifact artifact = wanted.get(path);
        if (artifact != null && artifact.isIn(at)) {
            unchanged.add(path);
            return Optional.of(artifact.sha256());
        }
        return Optional.of(Sha256.hex(at));
    }

    private static String slashed(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }

    private static void requireNoLink(Path path) {
        if (Files.isSymbolicLink(path)) {
            throw link(path);
        }
    }

    static OutputException link(Path path) {
        return inTheWay(path, "it is a symbolic link, and what it points to is not Davit's to write");
    }

    private static OutputException inTheWay(Path path, String why) {
        return new OutputException(
                "something that Davit did not write is in the way",
                path.toString(),
                why,
                "move or delete it, or name another folder");
    }
}
