package dev.davit.cli.project;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Open one source file or a folder of them: compiled here, kept by content. */
final class SourceProject {
    private SourceProject() {}

    static LoadedProject ofFile(Path file, ProjectOptions options) {
        Path base = file.getParent() == null ? Path.of("") : file.getParent();
        return load(file, base, List.of(SourceFile.read(base, file)), options);
    }

    static LoadedProject ofFolder(Path folder, ProjectOptions options) {
        SortedSet<Path> files = SourceFolder.sources(folder);
        if (files.isEmpty()) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "there is no Java in this folder",
                    folder.toString(),
                    "it holds no .java file and no pom.xml",
                    "name the file, folder, jar or Maven project that holds the definition");
        }
        List<SourceFile> sources =
                files.stream().map(file -> SourceFile.read(folder, file)).toList();
        return load(folder, folder, sources, options);
    }

    private static LoadedProject load(Path argument, Path base, List<SourceFile> sources, ProjectOptions options) {
        CompiledClasses compiled = compiled(argument, sources, new ContentCache(options.cache()));
        SortedMap<String, String> origins = new TreeMap<>();
        compiled.sources()
                .forEach((name, source) ->
                        origins.put(name, base.resolve(source).normalize().toString()));
        return new LoadedProject(
                argument,
                base,
                sources.stream().map(SourceFile::path).toList(),
                new UserClassLoader(compiled.classes(), List.of()),
                origins,
                Optional.empty());
    }

    private static CompiledClasses compiled(Path argument, List<SourceFile> sources, ContentCache cache) {
        List<Path> classPath = DavitJars.onClassPath();
        String key = key(sources, classPath);
        Optional<CompiledClasses> kept = cache.read(key).flatMap(CompiledClasses::decode);
        if (kept.isPresent()) {
            return kept.get();
        }
        CompiledClasses made = SourceCompiler.compile(argument, sources, classPath);
        cache.write(key, made.encode());
        return made;
    }

    private static String key(List<SourceFile> sources, List<Path> classPath) {
        ContentKey key = new ContentKey().add("classes 1").add(Runtime.version().toString());
        DavitJars.identify(classPath, key);
        for (SourceFile source : sources) {
            key.add(source.name()).add(source.content());
        }
        return key.hex();
    }
}
