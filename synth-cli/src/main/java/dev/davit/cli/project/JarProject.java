package dev.davit.cli.project;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.target.FileFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Open a jar that someone built; its manifest may name the definition as {@code Davit-Definition}. */
final class JarProject {
    private JarProject() {}

    static LoadedProject open(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            SortedMap<String, String> origins = new TreeMap<>();
            jar.stream()
                    .map(ZipEntry::getName)
                    .map(ClassFiles::className)
                    .flatMap(Optional::stream)
                    .forEach(name -> origins.put(name, file.toString()));
            Path base = file.getParent() == null ? Path.of("") : file.getParent();
            return new LoadedProject(
                    file, base, List.of(), new UserClassLoader(Map.of(), List.of(file)), origins, declared(jar));
        } catch (IOException e) {
            throw new Failure(
                            ExitCode.BAD_INPUT,
                            "the jar cannot be read",
                            file.toString(),
                            FileFault.reason(e, file),
                            "build it again, or name the sources")
                    .causedBy(e);
        }
    }

    private static Optional<String> declared(JarFile jar) throws IOException {
        Manifest manifest = jar.getManifest();
        return Optional.ofNullable(manifest)
                .map(present -> present.getMainAttributes().getValue("Davit-Definition"))
                .map(String::strip);
    }
}
