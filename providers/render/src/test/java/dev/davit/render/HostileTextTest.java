package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Image;
import dev.davit.document.DocumentReader;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that a reader could take for something else comes back as it was. */
class HostileTextTest {
    static String[] texts() {
        return new String[] {
            "",
            " ",
            "no",
            "off",
            "~",
            "null",
            "0x1F",
            "1_000",
            "2024-01-01",
            "1:30",
            "- a",
            "#",
            "a: b",
            "${X}",
            "a\nb\n",
            "\t",
            "'",
            "\"",
            "😀",
            "é",
            "\u2028",
            "<<",
            "!!str",
            "x".repeat(65_536)
        };
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_variable_s_text_survives(String text) {
        assertSurvives(text);
    }

    @Property(tries = 200)
    void any_text_survives(@ForAll @CharRange(from = '\1', to = '\uD7FF') String text) {
        assertSurvives(text);
    }

    private static void assertSurvives(String text) {
        Synth synth =
                Synth.of(infra -> infra.worker("worker", Image.of("ghcr.io/acme/worker:1"), w -> w.env("TEXT", text)));
        MapNode root =
                (MapNode) DocumentReader.read("render.yaml", synth.blueprint()).get(0);
        ListNode services = root.getList("services").orElseThrow();
        ListNode env = ((MapNode) services.get(0)).getList("envVars").orElseThrow();
        assertThat(((MapNode) env.get(0)).getText("value")).hasValue(text);
    }
}
