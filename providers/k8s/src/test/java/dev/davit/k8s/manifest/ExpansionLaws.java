package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpansionLaws {
    private static final Map<String, String> VARIABLES = Map.of("SECRET", "$(x)$$", "HOME", "/root");

    @Property
    void a_literal_is_read_as_it_was_written(@ForAll("texts") String text) {
        assertThat(KubernetesExpansion.of(Expansion.literal(text), VARIABLES)).isEqualTo(text);
    }

    @Property
    void text_around_a_variable_stays_and_the_variable_is_put_in(
            @ForAll("texts") String before, @ForAll("texts") String after) {
        String joined = Expansion.literal(before) + Expansion.variable("SECRET") + Expansion.literal(after);
        assertThat(KubernetesExpansion.of(joined, VARIABLES)).isEqualTo(before + "$(x)$$" + after);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("$", "$", "(", ")", "HOME", "SECRET", "a", " ", "\n", "é", "\\", "{")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
