package dev.davit.k8s.importing;

import dev.davit.importing.ImportSource;
import dev.davit.importing.Imported;
import dev.davit.importing.Proof.Difference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Imports as tests need it. */
final class Imports {
    private Imports() {}

    static Imported of(Path path) {
        return read(new ImportSource.File(path, Optional.empty()));
    }

    static Imported of(String text) {
        return read(new ImportSource.Text("objects.yaml", text, Optional.empty()));
    }

    private static Imported read(ImportSource source) {
        return new ManifestImporter().read(source, Optional.empty(), Optional.empty());
    }

    static List<Difference> differences(Imported imported) {
        return imported.proof().unexplained();
    }
}
