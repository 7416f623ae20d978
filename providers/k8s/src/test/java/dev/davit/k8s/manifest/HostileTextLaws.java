package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Image;
import dev.davit.StaticContent;
import dev.davit.document.DocumentReader;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HostileTextLaws {
    private static final List<String> NASTY = List.of(
            "no",
            "0x1F",
            "1_000",
            "2024-01-01",
            "~",
            "",
            "null",
            "emoji \uD83D\uDE80",
            "a\nb\n",
            "\ttab",
            "---",
            "- x: y",
            "#",
            "&a *a !t",
            "$(HOME)",
            "$$",
            "\"'",
            "{{ x }}",
            "\u0085\u2028",
            "trailing ",
            "=",
            "<<",
            "%",
            "x".repeat(65_536));

    @Property(tries = 60)
    void a_program_sees_its_variables_as_the_user_wrote_them(@ForAll("texts") String text) {
        Made made = Made.of(infra -> {
            var group = infra.envGroup("group", g -> g.env("SHARED", text));
            infra.worker(
                    "job",
                    Image.of("a/b:1"),
                    w -> w.env("OWN", text).envGroup(group).command("sh", text));
        });
        MapNode container = container(made);
        MapNode variable = (MapNode) container.getList("env").orElseThrow().get(0);
        assertThat(expanded(variable.getText("value").orElseThrow())).isEqualTo(text);
        ListNode command = container.getList("command").orElseThrow();
        assertThat(expanded(String.valueOf(((dev.davit.document.ScalarNode) command.get(1)).value())))
                .isEqualTo(text);
        MapNode data = read(made, "group.env-group.yaml").get(0).getMap("data").orElseThrow();
        assertThat(data.getText("SHARED")).contains(text);
    }

    @Property(tries = 60)
    void the_variables_of_a_build_stay_one_line_each(@ForAll("texts") String text) {
        Made made = Made.of(
                infra -> infra.staticSite("site", StaticContent.at("dist").build(text), s -> s.env("A", text)));
        List<String> lines = made.files().get("site.Dockerfile").lines().toList();
        assertThat(lines)
                .allMatch(
                        line -> line.isEmpty() || line.matches("(?s)(# |FROM |WORKDIR |COPY |ENV A=|ARG A|RUN \\[).*"));
    }

    private static MapNode container(Made made) {
        MapNode deployment = read(made, "job.yaml").get(1);
        return (MapNode) ((ListNode) PodsOf.at(deployment, "spec/template/spec/containers")).get(0);
    }

    private static String expanded(String text) {
        return KubernetesExpansion.of(text, Map.of("HOME", "/root"));
    }

    private static List<MapNode> read(Made made, String file) {
        return DocumentReader.read(file, made.files().get(file)).stream()
                .map(MapNode.class::cast)
                .toList();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(NASTY), Arbitraries.of(NASTY).list().ofMaxSize(4).map(parts -> String.join("", parts)));
    }
}
