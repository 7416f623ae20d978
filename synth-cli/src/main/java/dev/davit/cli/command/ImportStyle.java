package dev.davit.cli.command;

import dev.davit.cli.command.ImportCommand.ImportedFile;
import dev.davit.source.DefinitionSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what an import writes. */
enum ImportStyle {
    /** One file, which davit compiles by itself. */
    FILE,
    /** A Maven project with the file in it. */
    PROJECT;

    List<ImportedFile> files(DefinitionSource source, Optional<String> packageName) {
        if (this == FILE) {
            return List.of(new ImportedFile(Path.of(source.className() + ".java"), source.text()));
        }
        return List.of(
                ImportedFile.of(packageName, Path.of("src/main/java"), source.className(), source.text()),
                new ImportedFile(Path.of("pom.xml"), pom(source, packageName)));
    }

    private static String pom(DefinitionSource source, Optional<String> packageName) {
        try (InputStream text = ImportStyle.class.getResourceAsStream("/dev/davit/cli/import/pom.xml.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("GROUP", packageName.orElse("infra"))
                    .replace("ARTIFACT", source.className().toLowerCase(Locale.ROOT))
                    .replace("VERSION", VersionText.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
