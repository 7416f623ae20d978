package dev.davit.render.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import dev.davit.document.Yaml;
import dev.davit.importing.Imported;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ImportLaws {
    @Property(tries = 150)
    void what_render_s_schema_takes_becomes_java_that_says_the_same(@ForAll long seed) {
        MapNode blueprint = new RandomBlueprints(seed).blueprint();
        String yaml = Yaml.write(List.of(blueprint), List.of());
        Imported imported = BlueprintImporter.read(BlueprintFile.read("render.yaml", yaml), Optional.empty(), "Random");
        assertThat(imported.proof().unexplained())
                .as(yaml + "\n" + imported.source().text())
                .isEmpty();
    }
}
