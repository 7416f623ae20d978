package dev.davit.k8s.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
    private final Definitions published = Definitions.read("kubernetes.txt", "kustomize.txt");
    private final Definitions enforced = Definitions.read("kubernetes.txt", "kustomize.txt", "beyond-openapi.txt");

    @Test
    void every_definition_can_be_read_and_names_only_definitions_that_exist() {
        for (String name : enforced.names()) {
            for (Field field : enforced.object(name).fields().values()) {
                definitionIn(field.type())
                        .forEach(target -> assertThat(enforced.names())
                                .as(name + "." + field.name())
                                .contains(target));
            }
        }
    }

    private static Set<String> definitionIn(Type type) {
        if (type instanceof Type.Defined defined) {
            return Set.of(defined.definition());
        }
        if (type instanceof Type.Entries entries) {
            return definitionIn(entries.value());
        }
        if (type instanceof Type.Items items) {
            return definitionIn(items.item());
        }
        return type instanceof Type.Keyed keyed ? definitionIn(keyed.item()) : Set.of();
    }

    @Test
    void what_is_kept_by_hand_adds_no_field_that_the_server_does_not_publish() {
        assertThat(enforced.names()).containsExactlyInAnyOrderElementsOf(published.names());
        for (String name : enforced.names()) {
            assertThat(enforced.object(name).fields().keySet())
                    .as(name)
                    .isEqualTo(published.object(name).fields().keySet());
        }
    }

    @Test
    void what_is_kept_by_hand_makes_no_required_field_optional() {
        for (String name : enforced.names()) {
            assertThat(Set.copyOf(enforced.object(name).required()))
                    .as(name)
                    .containsAll(published.object(name).fields().values().stream()
                            .filter(Field::required)
                            .map(Field::name)
                            .collect(Collectors.toSet()));
        }
    }
}
