package dev.davit.k8s.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.ApplyParameters;
import dev.davit.k8s.cluster.Clusters;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import dev.davit.plan.Comparison;
import dev.davit.plan.Plan;
import dev.davit.plan.Planner;
import dev.davit.plan.Verification;
import dev.davit.plan.Wanted;
import dev.davit.target.CompareOptions;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken for unchanged without asking the server, the server would leave unchanged. */
@OnFakeNodes
class SettledTest {
    @TempDir
    private Path folder;

    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              annotations: {note: mine}
            spec:
              replicas: 2
              selector:
                matchLabels: {app: web}
              template:
                metadata:
                  labels: {app: web}
                spec:
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                  containers:
                    - name: web
                      image: example.invalid/web:1
                      command: [web, --fast]
                      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                      env:
                        - {name: MODE, value: fast}
                        - {name: LEVEL, value: high}
                      ports:
                        - {name: http, containerPort: 8080, protocol: TCP}
                        - {name: dns, containerPort: 53, protocol: UDP}
                      volumeMounts:
                        - {name: scratch, mountPath: /tmp}
                    - name: side
                      image: example.invalid/side:1
                      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                  volumes:
                    - {name: scratch, emptyDir: {}}
            """;
    private static final String SETTINGS = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
              finalizers: [example.com/one, example.com/two]
            data: {level: high, mode: fast}
            """;

    private static MapNode only(LiveStack stack, String manifest) {
        MapNode tree = stack.wanted(manifest).objects().get(0).tree();
        Objects.child(Objects.child(tree, "metadata"), "labels").put(Home.MEMBER, "this-set");
        return tree;
    }

    private static MapNode apply(LiveStack stack, MapNode tree, String manager) {
        return LiveStack.accept(stack.server.apply(
                        stack.path(tree),
                        tree,
                        ApplyParameters.cautious(manager).forced()))
                .body();
    }

    /** Every edit that is taken for none is shown to the server, and so is the tree itself. */
    private static void holds(LiveStack stack, MapNode wanted, MapNode live) {
        for (MapNode edited : edits(wanted)) {
            if (isSettled(edited, live)) {
                leavesAlone(stack, edited, live);
            }
        }
    }

    /** Under another name or kind it is another object. */
    private static List<MapNode> edits(MapNode wanted) {
        return Edits.of(wanted).stream()
                .filter(it -> Objects.key(it).equals(Objects.key(wanted)))
                .toList();
    }

    private static void leavesAlone(LiveStack stack, MapNode wanted, MapNode live) {
        Reply reply = LiveStack.accept(stack.server.apply(stack.path(live), wanted, ApplyParameters.dryRun("davit")));
        assertThat(Noise.without(reply.body())).as(wanted.toString()).isEqualTo(Noise.without(live));
        assertThat(ManagedFields.of(reply.body()).of(Managers::isOurs))
                .as(wanted.toString())
                .isEqualTo(ManagedFields.of(live).of(Managers::isOurs));
    }

    private static boolean isSettled(MapNode wanted, MapNode live) {
        return Settled.is(wanted, live, ManagedFields.of(live));
    }

    @Test
    void no_single_edit_of_what_was_applied_passes_for_nothing(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            for (String manifest : List.of(WEB, SETTINGS)) {
                MapNode wanted = only(stack, manifest);
                MapNode live = apply(stack, wanted, "davit");

                assertThat(isSettled(wanted, live)).isTrue();
                leavesAlone(stack, wanted, live);
                assertThat(edits(wanted)).hasSizeGreaterThan(10);
                assertThat(edits(wanted).stream().filter(it -> isSettled(it, live)))
                        .isEmpty();
            }
        }
    }

    @Test
    void what_others_added_or_took_over_is_seen(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            MapNode wanted = only(stack, WEB);
            apply(stack, wanted, "davit");
            MapNode added = apply(
                    stack,
                    only(
                            stack,
                            WEB.replace("note: mine", "note: mine, theirs: yes")
                                    .replace("- {name: MODE", "- {name: FIRST, value: x}\n            - {name: MODE")),
                    "stranger");
            assertThat(isSettled(wanted, added)).isTrue();
            leavesAlone(stack, wanted, added);
            holds(stack, wanted, added);

            MapNode changed = apply(stack, only(stack, WEB.replace("value: fast", "value: slow")), "stranger");
            assertThat(isSettled(wanted, changed)).isFalse();

            cluster.kubectl("scale", "deployment", "web", "--replicas", "3");
            MapNode scaled = stack.server.get(stack.path(wanted)).body();
            assertThat(isSettled(wanted, scaled)).isFalse();
        }
    }

    @Test
    void an_object_that_another_tool_has_to_hand_over_is_asked_for(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            MapNode wanted = only(stack, SETTINGS);
            MapNode live = apply(stack, wanted, "davit");
            assertThat(isSettled(wanted, live)).isTrue();

            MapNode shared = apply(stack, wanted, "helm");

            assertThat(isSettled(wanted, shared)).isFalse();
        }
    }

    @Test
    void a_stack_that_is_as_it_should_be_takes_a_list_for_each_kind_and_no_dry_run(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            StringBuilder many = new StringBuilder(WEB);
            for (int i = 0; i < 40; i++) {
                many.append("---\n")
                        .append("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c%d}\ndata: {a: b}\n".formatted(i));
            }
            Wanted wanted = stack.wanted(many.toString());
            stack.apply(wanted);
            stack.server.kinds();

            Comparison comparison = stack.compare(wanted);

            assertThat(comparison.unchanged()).hasSize(41);
            assertThat(comparison.recorded()).containsExactlyInAnyOrderElementsOf(comparison.unchanged());
            assertThat(comparison.requests()).isLessThan(12);
        }
    }

    @Test
    void who_wants_more_than_the_record_has_a_dry_run_of_each_object_and_the_same_plan(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            Wanted wanted = stack.wanted(SETTINGS + "---\n" + SETTINGS.replace("name: settings", "name: more"));
            stack.apply(wanted);

            Comparison recorded = stack.compare(wanted);
            Comparison asked = stack.compare(wanted, CompareOptions.cautious().verifying(Verification.FULL));

            assertThat(recorded.recorded()).containsExactlyInAnyOrderElementsOf(recorded.unchanged());
            assertThat(asked.recorded()).isEmpty();
            assertThat(asked.requests())
                    .isEqualTo(recorded.requests() + wanted.objects().size());
            Plan plan = plan(wanted, asked);
            assertThat(plan.isEmpty()).isTrue();
            assertThat(plan.unchanged()).hasSize(2);
            assertThat(plan.digest()).isEqualTo(plan(wanted, recorded).digest());
        }
    }

    @Test
    void where_the_server_may_not_be_asked_the_record_still_proves_what_it_can(TestCluster cluster) throws Exception {
        try (LiveStack stack = new LiveStack(cluster)) {
            Wanted wanted = stack.wanted(SETTINGS);
            stack.apply(wanted);
            ApiServer reader = Clusters.of(Map.of("KUBECONFIG", reader(cluster).toString()))
                    .connect(Optional.empty())
                    .server();

            Comparison asked =
                    stack.compare(reader, wanted, CompareOptions.cautious().verifying(Verification.FULL));

            assertThat(asked.changes()).isEmpty();
            assertThat(asked.recorded()).containsExactlyElementsOf(asked.unchanged());
        }
    }

    /** Makes an account that may read and no more. */
    private Path reader(TestCluster cluster) throws IOException {
        return cluster.account("reader", """
                - {apiGroups: [""], resources: [configmaps, secrets, namespaces], verbs: [get, list]}
                """, folder);
    }

    private static Plan plan(Wanted wanted, Comparison found) {
        return Planner.plan(wanted, found, Instant.EPOCH, Instant.EPOCH);
    }
}
