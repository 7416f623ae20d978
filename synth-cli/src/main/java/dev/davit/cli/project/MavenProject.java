package dev.davit.cli.project;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Open a Maven project by its compiled classes; Maven runs only when they are older than the sources or pom.xml is new. */
final class MavenProject {
    private final Path folder;
    private final ProjectOptions options;
    private final ContentCache cache;

    private MavenProject(Path folder, ProjectOptions options) {
        this.folder = folder;
        this.options = options;
        this.cache = new ContentCache(options.cache());
    }

    static LoadedProject open(Path folder, ProjectOptions options) {
        try {
            return new MavenProject(folder, options).load();
        } catch (IOException | UncheckedIOException e) {
            throw new Failure(
                            ExitCode.BAD_INPUT,
                            "the Maven project cannot be read",
                            folder.toString(),
                            e.getMessage(),
                            "make it readable and run again")
                    .causedBy(e);
        }
    }

    private LoadedProject load() throws IOException {
        List<Path> classPath = new ArrayList<>(List.of(classes()));
        classPath.addAll(dependencies());
        return new LoadedProject(
                folder, folder, List.of(), new UserClassLoader(Map.of(), classPath), origins(), Optional.empty());
    }

    private List<Path> dependencies() throws IOException {
        String key = new ContentKey()
                .add("class path 1")
                .add(folder.toRealPath().toString())
                .add(Files.readAllBytes(folder.resolve("pom.xml")))
                .hex();
        Optional<List<Path>> kept = cache.read(key)
                .map(MavenProject::paths)
                .filter(paths -> paths.stream().allMatch(Files::exists));
        if (kept.isPresent() && !isStale()) {
            return kept.get();
        }
        Path list = Files.createTempFile("davit-classpath", ".txt");
        try {
            new MavenRun(folder, options.notes()).compileAndListClassPath(list);
            byte[] resolved = Files.readAllBytes(list);
            cache.write(key, resolved);
            return paths(resolved);
        } finally {
            Files.deleteIfExists(list);
        }
    }

    private static List<Path> paths(byte[] list) {
        return Arrays.stream(new String(list, StandardCharsets.UTF_8).strip().split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
    }

    private boolean isStale() throws IOException {
        return newest(folder.resolve("src/main")) > newest(classes());
    }

    private static long newest(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        long newest = 0;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
            }
        }
        return newest;
    }

    private SortedMap<String, String> origins() throws IOException {
        SortedMap<String, String> origins = new TreeMap<>();
        if (!Files.isDirectory(classes())) {
            return origins;
        }
        try (Stream<Path> files = Files.walk(classes())) {
            files.map(file -> classes().relativize(file).toString().replace(File.separatorChar, '/'))
                    .map(ClassFiles::className)
                    .flatMap(Optional::stream)
                    .forEach(name -> origins.put(name, source(name)));
        }
        return origins;
    }

    private String source(String className) {
        String outermost = className.replaceFirst("\\$.*", "").replace('.', '/');
        Path source = folder.resolve("src/main/java").resolve(outermost + ".java");
        return (Files.exists(source) ? source : classes()).normalize().toString();
    }

    private Path classes() {
        return folder.resolve("target/classes");
    }
}
