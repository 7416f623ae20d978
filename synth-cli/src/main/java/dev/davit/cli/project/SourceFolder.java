package dev.davit.cli.project;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.target.FileFault;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collect the Java sources below a folder, in one order on every machine; links and build folders are not entered. */
final class SourceFolder extends SimpleFileVisitor<Path> {
    private static final Set<String> SKIPPED = Set.of("target", "build", "out", "node_modules");

    private final Path root;
    private final SortedSet<Path> sources = new TreeSet<>();

    private SourceFolder(Path root) {
        this.root = root;
    }

    static SortedSet<Path> sources(Path root) {
        SourceFolder visitor = new SourceFolder(root);
        try {
            Files.walkFileTree(root, visitor);
        } catch (IOException e) {
            throw new Failure(
                            ExitCode.BAD_INPUT,
                            "the folder cannot be read",
                            root.toString(),
                            FileFault.reason(e, root),
                            "make it readable, or name one file")
                    .causedBy(e);
        }
        return visitor.sources;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = String.valueOf(folder.getFileName());
        boolean skipped = !folder.equals(root) && (name.startsWith(".") || SKIPPED.contains(name));
        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = file.getFileName().toString();
        // A module declaration would hide Davit from the sources: its jars are no named modules.
        if (attributes.isRegularFile() && name.endsWith(".java") && !name.equals("module-info.java")) {
            sources.add(file);
        }
        return FileVisitResult.CONTINUE;
    }
}
