package dev.davit.k8s.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.DocumentReader;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadyRulesTest {
    private static final Map<String, String> VERSIONS = Map.of(
            "Deployment", "apps/v1",
            "StatefulSet", "apps/v1",
            "DaemonSet", "apps/v1",
            "ReplicaSet", "apps/v1",
            "Job", "batch/v1",
            "Ingress", "networking.k8s.io/v1",
            "HorizontalPodAutoscaler", "autoscaling/v2",
            "CustomResourceDefinition", "apiextensions.k8s.io/v1",
            "Certificate", "cert-manager.io/v1");

    record Case(String kind, Live line) {
        @Override
        public String toString() {
            return line.text("says").orElseThrow();
        }
    }

    static Stream<Case> deployments() {
        return cases("deployment", "Deployment");
    }

    static Stream<Case> pods() {
        return cases("pods", "Pod");
    }

    static Stream<Case> sets() {
        return cases("sets", "");
    }

    static Stream<Case> objects() {
        return cases("objects", "");
    }

    @ParameterizedTest
    @MethodSource({"deployments", "pods", "sets", "objects"})
    void readiness(Case it) {
        Verdict verdict = ReadyRules.judge(object(it), around(it.line()));
        assertThat(verdict.state() + " " + verdict.progress())
                .isEqualTo(it.line().text("expect").orElseThrow());
        it.line()
                .text("culprit")
                .ifPresent(culprit -> assertThat(verdict.culprit()).hasToString("Optional[" + culprit + "]"));
    }

    private static Stream<Case> cases(String file, String kind) {
        Node list = DocumentReader.read(Path.of("src/test/readiness/" + file + ".yaml"))
                .get(0);
        return ((ListNode) list)
                .items().stream()
                        .map(it -> new Live((MapNode) it))
                        .map(it -> new Case(it.text("kind").orElse(kind), it));
    }

    private static Live object(Case it) {
        MapNode tree = it.line().map("object").orElseThrow().copy();
        return new Live(tree.put("kind", it.kind()).put("apiVersion", VERSIONS.getOrDefault(it.kind(), "v1")));
    }

    private static Around around(Live line) {
        Set<String> unschedulable =
                line.list("unschedulable").stream().map(String::valueOf).collect(Collectors.toSet());
        int endpoints = Math.toIntExact(line.number("endpoints").orElse(0L));
        List<Live> sets = line.maps("replicaSets").toList();
        return new Around(line.maps("pods").toList(), sets, endpoints, line.flag("bindsLate"), unschedulable);
    }
}
