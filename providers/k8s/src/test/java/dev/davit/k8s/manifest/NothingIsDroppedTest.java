package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.model.Spec;
import dev.davit.target.Images;
import dev.davit.target.Portability.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NothingIsDroppedTest {
    /**
     * Calls that leave no node of their own, with where they are instead: the text of a Dockerfile or of a configuration, a verdict, a
     * command in the comment of kustomization.yaml, or nothing, since Kubernetes has no limit to lift there.
     */
    private static final Set<String> ELSEWHERE =
            Set.of("opensPortWhenReady", "content", "source", "requestTimeout", "generated");

    static List<Definition> definitions() {
        return List.of(new Shop(), new Lab());
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void every_call_of_the_users_stands_behind_a_node_or_is_told(Definition definition) {
        Made made = Made.of(definition, Images.NONE);
        Set<Origin> seen = new HashSet<>();
        made.synthesized.objects().forEach(object -> collect(object.tree(), seen));
        made.findings.forEach(finding -> seen.addAll(finding.origins()));
        List<String> missing = new ArrayList<>();
        for (Spec spec : made.assembly.specs()) {
            boolean told = made.verdict(spec.kind(), spec.id()).verdict() != Verdict.EXACT;
            spec.declaration().calls().forEach((property, origin) -> {
                boolean elsewhere = ELSEWHERE.contains(property) || told && property.matches("(env|route|header)\\..*");
                if (!seen.contains(origin) && !elsewhere) {
                    missing.add(spec.key() + " " + property);
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void every_node_says_why_it_is_there(Definition definition) {
        List<String> without = new ArrayList<>();
        Made.of(definition, Images.NONE)
                .synthesized
                .objects()
                .forEach(object -> withoutOrigin(object.address(), object.tree(), without));
        assertThat(without).isEmpty();
    }

    private static void collect(Node node, Set<Origin> seen) {
        node.origin().ifPresent(seen::add);
        children(node).forEach(child -> collect(child, seen));
    }

    private static void withoutOrigin(String path, Node node, List<String> without) {
        if (node.origin().isEmpty()) {
            without.add(path);
        }
        children(node).forEach(child -> withoutOrigin(path + "/" + child, child, without));
    }

    private static Iterable<Node> children(Node node) {
        if (node instanceof MapNode map) {
            return map.entries().values();
        }
        return node instanceof ListNode list ? list.items() : List.of();
    }
}
