package dev.davit.render.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.importing.Imported;
import dev.davit.render.Golden;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java of files of different size, to be read by a person. */
class GoldenImportTest {
    private static final double MOST_LINES = 1.5;

    @ParameterizedTest
    @ValueSource(strings = {"025", "063", "040", "196", "154"})
    void a_file_becomes_java_as_a_person_would_write_it(String number) {
        BlueprintFile file = BlueprintFile.read(Path.of("src/test/corpus/valid", number + ".yaml"));
        Imported imported = BlueprintImporter.read(file, Optional.empty(), "Shop");
        assertThat((double) imported.source().text().lines().count())
                .isLessThan(MOST_LINES * file.text().lines().count());
        Golden.compare("import/" + number + ".java.txt", imported.source().text());
    }
}
