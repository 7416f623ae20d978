package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.k8s.KubernetesTarget;
import dev.davit.schema.Violation;
import dev.davit.target.Images;
import dev.davit.target.OutputFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestSchemaHoldsTest {
    static List<Definition> definitions() {
        return List.of(new Shop(), new Lab());
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void every_document_passes_the_schema_of_the_api_server(Definition definition) {
        KubernetesTarget target = new KubernetesTarget();
        List<Violation> violations = Made.of(definition, Images.NONE).synthesized.files().stream()
                .filter(OutputFile.Yaml.class::isInstance)
                .flatMap(file -> ((OutputFile.Yaml) file).documents().stream())
                .flatMap(document -> target.validate(document).stream())
                .toList();
        assertThat(violations).isEmpty();
    }
}
