package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.document.DocumentException;
import dev.davit.importing.ImportException;
import dev.davit.importing.Imported;
import dev.davit.importing.Importer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Reads a file that somebody wrote for a platform. */
record ForeignFile(Path path) {
    /** Says by its name whether a source is such a file. */
    static boolean is(Path source) {
        return source.toString().matches(".*\\.ya?ml") && !Files.isDirectory(source);
    }

    static Importer importer() {
        return ServiceLoader.load(Importer.class, Importer.class.getClassLoader())
                .findFirst()
                .orElseThrow();
    }

    /** Imports it. */
    Imported read(Optional<String> packageName, Optional<String> className) {
        return call(it -> it.read(path, packageName, className));
    }

    /** Does something with it; what is wrong with it becomes a failure in words. */
    <T> T call(Function<Importer, T> use) {
        if (!Files.exists(path)) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "there is no such file",
                    path.toString(),
                    "",
                    "name the render.yaml of a repository");
        }
        try {
            return use.apply(importer());
        } catch (ImportException e) {
            throw new Failure(ExitCode.BAD_INPUT, e.what(), e.where(), e.why(), e.fix()).causedBy(e);
        } catch (DocumentException e) {
            throw new Failure(ExitCode.BAD_INPUT, e.what(), e.where(), e.why(), e.fix()).causedBy(e);
        }
    }
}
