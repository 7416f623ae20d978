package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.document.DocumentException;
import dev.davit.document.DocumentReader;
import dev.davit.importing.ImportException;
import dev.davit.importing.ImportSource;
import dev.davit.importing.Imported;
import dev.davit.importing.Importer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * Reads what somebody wrote for a platform, or what is live there.
 *
 * @param source what it is
 * @param platform whose it is; empty to tell a file by a glance
 */
record ForeignFile(ImportSource source, Optional<Platform> platform) {
    /** The platforms that something can be imported from. */
    enum Platform {
        RENDER,
        KUBERNETES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean isOf(Importer importer) {
            return importer.target().equals(toString());
        }
    }

    static ForeignFile of(Path path) {
        return new ForeignFile(new ImportSource.File(path, Optional.empty()), Optional.empty());
    }

    /** Says by its name whether a source is such a file. */
    static boolean is(Path source) {
        return source.toString().matches(".*\\.ya?ml") && !Files.isDirectory(source);
    }

    String target() {
        return call(Importer::target);
    }

    /** Imports it. */
    Imported read(Optional<String> packageName, Optional<String> className) {
        return call(it -> it.read(source, packageName, className));
    }

    /** Does something with it; what is wrong with it becomes a failure in words. */
    <T> T call(Function<Importer, T> use) {
        if (source instanceof ImportSource.File file && !Files.exists(file.path())) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "there is no such file",
                    file.path().toString(),
                    "",
                    "name a render.yaml, or a file or a folder with Kubernetes objects");
        }
        try {
            return use.apply(importer());
        } catch (ImportException e) {
            throw new Failure(ExitCode.BAD_INPUT, e.what(), e.where(), e.why(), e.fix()).causedBy(e);
        } catch (DocumentException e) {
            throw new Failure(ExitCode.BAD_INPUT, e.what(), e.where(), e.why(), e.fix()).causedBy(e);
        }
    }

    private Importer importer() {
        Platform meant = platform.orElseGet(this::guessed);
        return importers().stream().filter(meant::isOf).findFirst().orElseThrow();
    }

    /** What no importer knows Render's refuses in words. */
    private Platform guessed() {
        if (source instanceof ImportSource.File file && Files.isDirectory(file.path())) {
            return Platform.KUBERNETES;
        }
        String text = source instanceof ImportSource.File file
                ? DocumentReader.text(file.path())
                : ((ImportSource.Text) source).text();
        return importers().stream()
                        .filter(it -> it.recognises(text))
                        .map(Importer::target)
                        .toList()
                        .equals(List.of("kubernetes"))
                ? Platform.KUBERNETES
                : Platform.RENDER;
    }

    private static List<Importer> importers() {
        return ServiceLoader.load(Importer.class, Importer.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
