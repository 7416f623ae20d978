package dev.davit.k8s.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import dev.davit.plan.Blocker;
import dev.davit.plan.Effect;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Step;
import dev.davit.plan.Step.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Plans for what cannot change in place; their steps and words stand in {@code src/test/golden/effect/replacements.txt}. */
class ReplacementsTest {
    private static final String TIER =
            "{spec: {selector: {matchLabels: {tier: front}}," + " template: {metadata: {labels: {tier: front}}}}}";

    private final StringBuilder table = new StringBuilder();

    /** Holds a live object and what it is to be. */
    private record Pair(MapNode live, MapNode wanted) {
        static Pair of(String base, String differences) {
            return of(base, "{}", differences);
        }

        static Pair of(String base, String before, String differences) {
            MapNode live = Bases.made(base, before);
            MapNode wanted = Bases.with(live, Bases.read(differences));
            wanted.remove("status");
            Fields.map(wanted, "metadata").remove("uid");
            Fields.map(wanted, "metadata").remove("resourceVersion");
            return new Pair(live, wanted);
        }
    }

    private static Replacement planned(Set<String> permitted, Pair changed, Pair... others) {
        return planned(permitted, Map.of(), changed, others);
    }

    private static Replacement planned(
            Set<String> permitted, Map<String, List<MapNode>> known, Pair changed, Pair... others) {
        List<Pair> all = new ArrayList<>(Arrays.asList(others));
        all.add(changed);
        ClusterFacts facts = ClusterFacts.of(all.stream()
                        .map(it -> Transition.update(it.live(), Bases.with(it.live(), it.wanted()), false))
                        .toList())
                .with("ResourceQuota", List.of())
                .with("Service", List.of());
        for (Map.Entry<String, List<MapNode>> kind : known.entrySet()) {
            facts = facts.with(kind.getKey(), kind.getValue());
        }
        return new Replacements(all.stream().map(Pair::wanted).toList(), facts, permitted)
                .of(changed.live(), changed.wanted());
    }

    private static List<Step> steps(Replacement way) {
        return ((Replacement.Planned) way).steps();
    }

    private void row(String name, Replacement way) {
        table.append(name).append('\n');
        if (way instanceof Replacement.Refused refused) {
            Blocker it = refused.blocker();
            table.append("    refused: " + it.what() + "\n    at: " + it.where() + "\n    because: " + it.why()
                    + "\n    next: " + it.next() + "\n\n");
            return;
        }
        Replacement.Planned planned = (Replacement.Planned) way;
        table.append(Case.shown(planned.impact()));
        planned.steps()
                .forEach(step -> table.append("    - " + step.verb() + " " + step.does()
                        + step.expects()
                                .map(it -> " (" + it.uid() + "@" + it.version() + ")")
                                .orElse("") + "\n"));
        table.append(
                planned.carries().isEmpty()
                        ? "\n"
                        : "    carries: "
                                + planned.carries().stream()
                                        .map(ObjectKey::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + "\n\n");
    }

    @Test
    void each_change_is_planned_or_refused_as_the_table_says() {
        Set<String> none = Set.of();
        Pair tier = Pair.of("web", TIER);
        Pair same = Pair.of("service", "{}");
        row("a selector, and a Service that selects old and new pods", planned(none, tier, same));
        row(
                "a selector, and a Service that goes with it",
                planned(none, tier, Pair.of("service", "{spec: {selector: {tier: front}}}")));
        row("a selector, and an autoscaler", planned(none, withoutReplicas(tier), same, Pair.of("scaler", "{}")));
        String gpu = "{spec: {template: {spec: {containers: [{resources: {limits: {nvidia.com/gpu: '1'}}}]}}}}";
        row("a selector of pods with GPUs that nobody knows", planned(none, Pair.of("web", gpu, TIER), same));
        row(
                "a selector, and a quota without room for both",
                planned(none, Map.of("ResourceQuota", List.of(Bases.named("quota"))), tier, same));
        Pair recreate = Pair.of("web", "{spec: {strategy: {type: Recreate, rollingUpdate: null}}}", TIER);
        row("a selector under strategy Recreate", planned(none, recreate, same));
        row("a selector under strategy Recreate, permitted", planned(Set.of("Deployment shop/web"), recreate, same));
        Pair bound = Pair.of(
                "web",
                "{spec: {template: {spec: {volumes: [{name: d, persistentVolumeClaim: {claimName: data}}]}}}}",
                TIER);
        row("a selector of pods that share a disk", planned(none, bound, same, Pair.of("claim", "{}")));
        row("a selector of another tool's Deployment", planned(none, foreign(tier), same));
        sets(none);
        others(none);
        Table.assertSame("replacements", table.toString());
    }

    private void sets(Set<String> none) {
        String larger = "{spec: {volumeClaimTemplates: [{spec: {resources: {requests: {storage: 80Gi}}}}]}}";
        MapNode disk =
                Bases.made("claim", "{metadata: {name: data-db-0}, spec: {resources: {requests: {storage: 40Gi}}}}");
        Map<String, List<MapNode>> disks = Map.of(
                "PersistentVolumeClaim", List.of(disk, Bases.named("claim")),
                "StorageClass.storage.k8s.io", List.of(Bases.named("fast")));
        row("a larger claim template", planned(none, disks, Pair.of("db", larger)));
        row(
                "a larger claim template, and a new image",
                planned(
                        none,
                        disks,
                        Pair.of(
                                "db",
                                "{spec: {template: {spec: {containers: [{image: \"postgres:18\"}]}},"
                                        + " volumeClaimTemplates: [{spec: {resources: {requests: {storage: 80Gi}}}}]}}")));
        row(
                "a larger claim template of a class that nobody knows",
                planned(none, Map.of("PersistentVolumeClaim", List.of(disk)), Pair.of("db", larger)));
        row("a larger claim template, and claims that nobody knows", planned(none, Pair.of("db", larger)));
        row(
                "a larger claim template of a class that cannot grow",
                planned(
                        none,
                        Map.of(
                                "PersistentVolumeClaim", List.of(disk),
                                "StorageClass.storage.k8s.io",
                                        List.of(Bases.made("fast", "{allowVolumeExpansion: false}"))),
                        Pair.of("db", larger)));
        row(
                "a smaller claim template",
                planned(
                        none,
                        disks,
                        Pair.of(
                                "db",
                                "{spec: {volumeClaimTemplates: [{spec: {resources: {requests: {storage: 1Gi}}}}]}}")));
        row(
                "a claim template of another class",
                planned(
                        none,
                        disks,
                        Pair.of("db", "{spec: {volumeClaimTemplates: [{spec: {storageClassName: slow}}]}}")));
        row("another serviceName", planned(none, Pair.of("db", "{spec: {serviceName: other}}")));
        row("another podManagementPolicy", planned(none, Pair.of("db", "{spec: {podManagementPolicy: Parallel}}")));
        row(
                "another podManagementPolicy of a set whose claims go with it",
                planned(
                        none,
                        Pair.of(
                                "db",
                                "{spec: {persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}}}",
                                "{spec: {podManagementPolicy: Parallel}}")));
        row(
                "a selector of a StatefulSet",
                planned(none, Pair.of("db", "{spec: {selector: {matchLabels: {app: other}}}}")));
    }

    private void others(Set<String> none) {
        Pair headless = Pair.of("service", "{spec: {clusterIP: None}}");
        row("a Service without an address", planned(none, headless));
        row("a Service without an address, permitted", planned(Set.of("Service shop/web"), headless));
        Pair job = Pair.of("job", "{spec: {template: {spec: {containers: [{image: \"seed:2\"}]}}}}");
        row("a job that runs", planned(none, job));
        row(
                "a job that has finished",
                planned(
                        none,
                        Pair.of(
                                "job",
                                "{status: {conditions: [{type: Complete, status: \"True\"}]}}",
                                "{spec: {template: {spec: {containers: [{image: \"seed:2\"}]}}}}")));
        row("a claim of another class", planned(none, Pair.of("claim", "{spec: {storageClassName: slow}}")));
        row(
                "the selector of a DaemonSet",
                planned(none, Pair.of("agent", "{spec: {selector: {matchLabels: {app: other}}}}")));
        String ours = "{metadata: {labels: {applyset.kubernetes.io/part-of: shop}}}";
        row("the type of a Secret", planned(none, Pair.of("key", ours, "{type: kubernetes.io/tls}")));
        row(
                "a ConfigMap that is sealed",
                planned(
                        none,
                        Pair.of(
                                "settings",
                                "{immutable: true, metadata: {labels: {applyset.kubernetes.io/part-of: shop}}}",
                                "{data: {MODE: slow}}")));
        row("a kind that nobody knows", planned(none, Pair.of("certificate", ours, "{spec: {secretName: x}}")));
    }

    private static Pair withoutReplicas(Pair pair) {
        MapNode wanted = pair.wanted().copy();
        Fields.map(wanted, "spec").remove("replicas");
        return new Pair(Bases.with(pair.live(), Bases.made("web", "{spec: {replicas: 5}}")), wanted);
    }

    private static Pair foreign(Pair pair) {
        MapNode live = pair.live().copy();
        Fields.map(live, "metadata").remove("labels");
        return new Pair(live, pair.wanted());
    }

    @Test
    void the_pods_of_the_successor_are_no_pods_of_the_old_one() {
        Pair tier = Pair.of("web", TIER);
        MapNode successor = steps(planned(Set.of(), tier, Pair.of("service", "{}")))
                .get(0)
                .body()
                .orElseThrow();

        PodTemplate next = PodTemplate.of(successor);
        assertThat(Selection.matches(Fields.map(successor, "spec", "selector"), next.labels()))
                .isTrue();
        assertThat(Selection.matches(
                        Fields.map(successor, "spec", "selector"),
                        PodTemplate.of(tier.live()).labels()))
                .isFalse();
        assertThat(Fields.name(successor)).matches("web-[0-9a-f]{8}");
        assertThat(Fields.words(successor, "metadata", "labels")).containsEntry(LogicalNames.LABEL, "web");
    }

    @Test
    void the_same_change_has_the_same_steps_in_every_plan() {
        Pair tier = Pair.of("web", TIER);

        assertThat(planned(Set.of(), tier)).isEqualTo(planned(Set.of(), tier));
        assertThat(steps(planned(Set.of(), tier)).stream()
                        .map(Step::id)
                        .distinct()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void nothing_is_deleted_before_the_successor_and_only_what_names_its_uid() {
        List<Step> steps =
                steps(planned(Set.of(), Pair.of("web", TIER), Pair.of("service", "{spec: {selector: {tier: front}}}")));

        assertThat(steps).extracting(Step::verb).containsExactly(Verb.APPLY, Verb.APPLY, Verb.DELETE);
        assertThat(steps.get(2).expects().orElseThrow().uid()).isEqualTo("u-web");
    }

    @Test
    void a_replacement_that_was_cut_short_goes_on_with_the_successor_that_stands() {
        Pair tier = Pair.of("web", TIER);
        Pair service = Pair.of("service", "{}");
        MapNode successor = steps(planned(Set.of(), tier, service))
                .get(0)
                .body()
                .orElseThrow()
                .copy();
        Fields.map(successor, "metadata").put("uid", "u-next").put("resourceVersion", "8");
        LogicalNames.Resolved resolved =
                LogicalNames.resolve(List.of(tier.wanted(), service.wanted()), List.of(successor, tier.live()));

        Replacement.Planned again = (Replacement.Planned) planned(
                Set.of(),
                Map.of("Deployment.apps", List.of(successor)),
                new Pair(tier.live(), resolved.wanted().get(0)),
                service);

        ObjectKey next = new ObjectKey("Deployment.apps", "shop", Fields.name(successor));
        assertThat(resolved.spared()).containsExactly(next);
        assertThat(again.steps().get(0).expects().orElseThrow().uid()).isEqualTo("u-next");
        assertThat(again.carries()).contains(next);
        assertThat(again.impact().effect()).isEqualTo(Effect.ROLLING);
    }

    @Test
    void after_a_replacement_the_definition_is_what_is_live() {
        Pair tier = Pair.of("web", TIER);
        Pair scaler = Pair.of("scaler", "{}");
        List<Step> steps = steps(planned(Set.of(), withoutReplicas(tier), scaler));
        MapNode live = steps.get(2).body().orElseThrow();

        LogicalNames.Resolved resolved =
                LogicalNames.resolve(List.of(withoutReplicas(tier).wanted(), scaler.wanted()), List.of(live));

        assertThat(resolved.wanted().get(0)).isEqualTo(live);
        assertThat(resolved.wanted().get(1)).isEqualTo(steps.get(3).body().orElseThrow());
        assertThat(resolved.spared()).isEmpty();
    }

    @Test
    void a_definition_that_goes_back_to_the_selector_that_still_stands_needs_no_replacement() {
        Pair tier = Pair.of("web", TIER);
        MapNode successor = steps(planned(Set.of(), tier)).get(0).body().orElseThrow();
        MapNode before = Pair.of("web", "{}").wanted();

        LogicalNames.Resolved resolved = LogicalNames.resolve(List.of(before), List.of(successor, tier.live()));

        assertThat(resolved.wanted()).containsExactly(before);
        assertThat(resolved.spared()).isEmpty();
    }

    @Test
    void a_second_replacement_replaces_the_first() {
        Pair tier = Pair.of("web", TIER);
        MapNode first =
                steps(planned(Set.of(), tier)).get(0).body().orElseThrow().copy();
        Fields.map(first, "metadata").put("uid", "u-1").put("resourceVersion", "1");
        MapNode wanted = Pair.of("web", TIER.replace("front", "back")).wanted();

        MapNode named =
                LogicalNames.resolve(List.of(wanted), List.of(first)).wanted().get(0);
        List<Step> steps = steps(planned(Set.of(), new Pair(first, named)));

        assertThat(Fields.name(named)).isEqualTo(Fields.name(first));
        assertThat(steps.get(0).key().name()).matches("web-[0-9a-f]{8}").isNotEqualTo(Fields.name(first));
        assertThat(Fields.words(steps.get(0).body().orElseThrow(), "metadata", "labels"))
                .containsEntry(LogicalNames.LABEL, "web");
        assertThat(steps.get(1).key().name()).isEqualTo(Fields.name(first));
    }
}
