package dev.davit.k8s.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.DocumentReader;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApplyParameters;
import dev.davit.k8s.ownership.Homes;
import dev.davit.plan.Action;
import dev.davit.plan.Blocker;
import dev.davit.plan.Change;
import dev.davit.plan.Comparison;
import dev.davit.plan.Effect;
import dev.davit.plan.Foreign;
import dev.davit.plan.Kept;
import dev.davit.plan.Step;
import dev.davit.plan.Wanted;
import dev.davit.target.CompareOptions;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The outside checks, under their numbers, as far as comparing decides them. */
@OnFakeNodes
class OutsideChecksTest {
    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
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
                      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                      env:
                        - {name: MODE, value: fast}
                      ports:
                        - containerPort: 8080
                      resources:
                        limits: {cpu: 1000m, memory: 1024Mi}
                        requests: {cpu: 1000m, memory: 1024Mi}
            """;
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: web
            spec:
              selector: {app: web}
              ports:
                - {name: http, port: 80, targetPort: 8080}
            """;
    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: db
            spec:
              replicas: 1
              serviceName: db
              selector: {matchLabels: {app: db}}
              template:
                metadata:
                  labels: {app: db}
                spec:
                  serviceAccountName: db
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                  containers:
                    - name: db
                      image: example.invalid/db:1
                      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                      envFrom:
                        - configMapRef: {name: settings}
            """;
    private static final String ACCOUNT = """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: db}
            """;
    private static final String CONFIG = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {LEVEL: info}
            """;
    private static final String POLICY = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db}
            spec:
              podSelector: {matchLabels: {app: db}}
              policyTypes: [Ingress]
            """;
    private static final String SCALER = """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata:
              name: web
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              minReplicas: 2
              maxReplicas: 6
              metrics:
                - type: Resource
                  resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}
            """;

    private static String all(String... manifests) {
        return String.join("---\n", manifests);
    }

    @Test
    void check_1_right_after_an_apply_nothing_differs_and_nothing_moves(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            Wanted wanted = stack.wanted(all(WEB, SERVICE, SCALER.replace("web", "other")));
            stack.carryOut(stack.compare(wanted), wanted);
            stack.apply(stack.wanted(SERVICE));
            String versions = stack.versions();

            Comparison comparison = stack.compare(wanted);

            assertThat(LiveStack.lines(comparison)).isEmpty();
            assertThat(comparison.blockers()).isEmpty();
            assertThat(comparison.unchanged()).hasSize(3);
            assertThat(stack.versions()).isEqualTo(versions);
        }
    }

    @Test
    void check_2_a_missing_object_is_shown_and_not_made(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            stack.apply(stack.wanted(SERVICE));
            String versions = stack.versions();

            Comparison comparison = stack.compare(stack.wanted(all(SERVICE, """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: settings}
                    data: {level: high}
                    """)));

            assertThat(LiveStack.lines(comparison))
                    .containsExactly("CREATE ConfigMap settings", "  data.level: - -> \"high\"");
            assertThat(comparison.changes().get(0).unverified()).isEmpty();
            assertThat(comparison.changes().get(0).basis()).isEmpty();
            assertThat(stack.versions()).isEqualTo(versions);
        }
    }

    @Test
    void check_3_another_way_to_write_the_same_is_no_difference(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            String secret = """
                    apiVersion: v1
                    kind: Secret
                    metadata: {name: token}
                    stringData: {token: canary-3}
                    """;
            stack.apply(stack.wanted(all(
                    WEB.replace("1000m", "'1'")
                            .replace("1024Mi", "1Gi")
                            .replace("- containerPort: 8080", "- {containerPort: 8080, protocol: TCP}"),
                    SERVICE.replace("port: 80,", "port: 80, protocol: TCP,"),
                    secret)));

            Comparison comparison = stack.compare(stack.wanted(all(WEB, SERVICE, secret)));

            assertThat(LiveStack.lines(comparison)).isEmpty();
            assertThat(comparison.blockers()).isEmpty();
        }
    }

    @Test
    void check_4_replicas_that_someone_else_set_are_a_conflict_that_names_them(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            stack.apply(stack.wanted(WEB));
            cluster.kubectl("scale", "deployment/web", "--replicas=4");

            Comparison comparison = stack.compare(stack.wanted(WEB));

            assertThat(LiveStack.lines(comparison)).containsExactly("UPDATE Deployment web", "  spec.replicas: 4 -> 2");
            Blocker blocker = comparison.blockers().get(0);
            String field = "Deployment " + cluster.namespace() + "/web spec.replicas";
            assertThat(blocker.what())
                    .isEqualTo("kubectl has set spec.replicas of Deployment " + cluster.namespace() + "/web to 4");
            assertThat(blocker.where()).isEqualTo(field);
            assertThat(blocker.why()).isEqualTo("the definition says 2");
            CompareOptions forced = new CompareOptions(false, Set.of(field), Set.of());
            assertThat(stack.compare(stack.wanted(WEB), forced).blockers()).isEmpty();
        }
    }

    @Test
    void check_4_under_an_autoscaler_replicas_are_left_alone(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            String scaled = all(WEB.replace("  replicas: 2\n", ""), SCALER);
            stack.apply(stack.wanted(scaled));
            cluster.kubectl("scale", "deployment/web", "--replicas=4");

            Comparison comparison = stack.compare(stack.wanted(scaled));

            assertThat(LiveStack.lines(comparison)).isEmpty();
            assertThat(comparison.blockers()).isEmpty();
            assertThat(comparison.foreign()).isEmpty();
        }
    }

    @Test
    void an_autoscaler_that_comes_gets_the_replicas_handed_over(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            stack.apply(stack.wanted(WEB.replace("replicas: 2", "replicas: 5")));

            Comparison comparison = stack.compare(stack.wanted(all(WEB.replace("  replicas: 2\n", ""), SCALER)));

            Change web = comparison.changes().get(0);
            assertThat(web.steps().stream().map(Step::verb)).containsExactly(Step.Verb.HAND_OVER, Step.Verb.APPLY);
            assertThat(Objects.text(web.steps().get(0).body().orElseThrow(), "spec", "replicas"))
                    .isEqualTo("5");
            assertThat(Objects.text(web.steps().get(1).body().orElseThrow(), "spec", "replicas"))
                    .isEmpty();
            assertThat(LiveStack.lines(comparison))
                    .startsWith("UPDATE Deployment web", "CREATE HorizontalPodAutoscaler web");
        }
    }

    @Test
    void check_5_adopting_shows_what_goes_with_the_other_tool(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            cluster.apply(WEB.replace("value: fast}", "value: fast}\n            - {name: OLD, value: x}"));
            String versions = stack.versions();

            Comparison refused = stack.compare(stack.wanted(WEB));
            Comparison adopting = stack.compare(stack.wanted(WEB), new CompareOptions(true, Set.of(), Set.of()));

            assertThat(refused.blockers()).singleElement().satisfies(blocker -> {
                assertThat(blocker.what()).endsWith("/web is there already and is not ours");
                assertThat(blocker.why()).isEqualTo("it was written by kubectl-client-side-apply");
                assertThat(blocker.next()).isEqualTo("take it over with --adopt, or give the resource another name");
            });
            Change change = adopting.changes().get(0);
            assertThat(change.action()).isEqualTo(Action.ADOPT);
            assertThat(change.steps().stream().map(Step::verb)).containsExactly(Step.Verb.ADOPT, Step.Verb.APPLY);
            assertThat(LiveStack.lines(adopting))
                    .contains("  spec.template.spec.containers[web].env[OLD].value: \"x\" -> -");
            assertThat(adopting.blockers()).isEmpty();
            assertThat(stack.versions()).isEqualTo(versions);
        }
    }

    @Test
    void check_6_what_somebody_added_by_hand_is_reported_and_left_alone(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            stack.apply(stack.wanted(WEB));
            cluster.kubectl("label", "deployment/web", "team=blue");
            cluster.kubectl("set", "env", "deployment/web", "DEBUG=1");

            Comparison comparison = stack.compare(stack.wanted(WEB));

            assertThat(comparison.changes()).isEmpty();
            List<Foreign> foreign = comparison.foreign().get(0).fields();
            assertThat(foreign.stream().map(it -> it.manager() + " " + it.path() + " " + it.value()))
                    .containsExactly(
                            "kubectl-label metadata.labels.team blue",
                            "kubectl-set spec.template.spec.containers[web].env[DEBUG] {name=DEBUG, value=1}");
            assertThat(foreign).allSatisfy(it -> assertThat(it.since()).isPresent());
        }
    }

    @Test
    void check_7_a_new_selector_is_a_replacement_beside_the_old_one(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            stack.apply(stack.wanted(all(WEB, SERVICE)));

            Comparison comparison =
                    stack.compare(stack.wanted(all(WEB.replace("{app: web}", "{app: web, tier: front}"), SERVICE)));

            Change web = comparison.changes().get(0);
            assertThat(comparison.blockers()).isEmpty();
            assertThat(web.action()).isEqualTo(Action.REPLACE);
            List<Step.Verb> verbs = web.steps().stream().map(Step::verb).toList();
            assertThat(verbs).contains(Step.Verb.DELETE);
            assertThat(verbs.indexOf(Step.Verb.DELETE)).isGreaterThan(verbs.indexOf(Step.Verb.APPLY));
        }
    }

    @Test
    void check_8_a_typo_is_an_error_and_replaces_nothing(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            stack.apply(stack.wanted(SERVICE));

            Comparison comparison = stack.compare(
                    stack.wanted(SERVICE.replace("spec:\n", "spec:\n  type: LoadBalancr\n")),
                    new CompareOptions(true, Set.of(), Set.of("Service " + cluster.namespace() + "/web")));

            assertThat(comparison.changes()).isEmpty();
            assertThat(comparison.blockers()).singleElement().satisfies(blocker -> {
                assertThat(blocker.what()).isEqualTo("the server refuses Service " + cluster.namespace() + "/web");
                assertThat(blocker.where()).endsWith(" spec.type");
                assertThat(blocker.why()).contains("LoadBalancr");
            });
        }
    }

    @Test
    void check_9_a_change_keeps_its_name_while_it_stays_the_same_change(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            stack.apply(stack.wanted(WEB));
            Wanted next = stack.wanted(WEB.replace("web:1", "web:2"));
            Change planned = stack.compare(next).changes().get(0);

            cluster.kubectl("annotate", "deployment/web", "note=unrelated");
            Change unrelated = stack.compare(next).changes().get(0);
            cluster.kubectl("set", "image", "deployment/web", "web=example.invalid/web:9");
            Change same = stack.compare(next).changes().get(0);
            cluster.kubectl("delete", "deployment/web", "--cascade=foreground");
            stack.apply(stack.wanted(WEB));
            Change anew = stack.compare(next).changes().get(0);

            assertThat(unrelated.basis().orElseThrow().change())
                    .isEqualTo(planned.basis().orElseThrow().change());
            assertThat(unrelated.steps().get(0).id())
                    .isEqualTo(planned.steps().get(0).id());
            assertThat(same.basis().orElseThrow().change())
                    .isNotEqualTo(planned.basis().orElseThrow().change());
            assertThat(anew.basis().orElseThrow().uid())
                    .isNotEqualTo(planned.basis().orElseThrow().uid());
        }
    }

    @Test
    void check_13_what_is_no_longer_wanted_goes_and_what_only_looks_like_ours_stays(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            String settings = """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: settings}
                    data: {level: high}
                    """;
            stack.apply(stack.wanted(all(SERVICE, settings)));
            cluster.apply(settings.replace("name: settings", "name: twin"));

            Comparison comparison = stack.compare(stack.wanted(SERVICE));

            assertThat(LiveStack.lines(comparison)).containsExactly("DELETE ConfigMap settings");
            Change deletion = comparison.changes().get(0);
            assertThat(deletion.rank()).isGreaterThanOrEqualTo(1000);
            assertThat(deletion.steps().get(0).expects().orElseThrow().uid()).isNotEmpty();
        }
    }

    @Test
    void check_14_a_parent_that_was_changed_or_is_another_tools_stops_everything(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            Wanted wanted = stack.wanted(SERVICE);
            stack.apply(wanted);
            String parent = "secret/"
                    + Membership.read(stack.server, Homes.anywhere(stack.server).of(wanted))
                            .home()
                            .name();

            cluster.kubectl("label", "--overwrite", parent, "applyset.kubernetes.io/id=applyset-x-v1");
            Comparison tampered = stack.compare(stack.wanted(WEB));
            cluster.kubectl("annotate", "--overwrite", parent, "applyset.kubernetes.io/tooling=kubectl/v1.34");
            Comparison foreign = stack.compare(stack.wanted(WEB));

            assertThat(tampered.blockers().get(0).what())
                    .isEqualTo("the record of what belongs to this stack was changed");
            assertThat(tampered.changes().stream().map(Change::action)).doesNotContain(Action.DELETE);
            assertThat(foreign.blockers().get(0).what())
                    .isEqualTo("the record of what belongs to this stack is another tool's");
            assertThat(foreign.blockers().get(0).why()).isEqualTo("it names kubectl/v1.34");
        }
    }

    @Test
    void check_15_a_claim_stays_until_it_is_named(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            String claim = """
                    apiVersion: v1
                    kind: PersistentVolumeClaim
                    metadata: {name: data}
                    spec:
                      accessModes: [ReadWriteOnce]
                      resources: {requests: {storage: 1Gi}}
                    """;
            stack.apply(stack.wanted(all(SERVICE, claim)));
            String key = "PersistentVolumeClaim " + cluster.namespace() + "/data";

            Comparison cautious = stack.compare(stack.wanted(SERVICE));
            Comparison told = stack.compare(stack.wanted(SERVICE), new CompareOptions(false, Set.of(), Set.of(key)));

            assertThat(cautious.changes()).isEmpty();
            assertThat(cautious.kept()).singleElement().satisfies(kept -> {
                assertThat(kept.key()).hasToString(key);
                assertThat(kept)
                        .extracting(Kept::why, Kept::permission)
                        .containsExactly("it holds data", "--allow-delete '" + key + "'");
            });
            assertThat(LiveStack.lines(told)).containsExactly("DELETE PersistentVolumeClaim data");
        }
    }

    @Test
    void check_17_a_kind_that_the_same_plan_brings_is_made_unverified(TestCluster cluster) {
        String definition = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: boats.%1$s.example.com}
                spec:
                  group: %1$s.example.com
                  scope: Namespaced
                  names: {kind: Boat, plural: boats}
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      schema:
                        openAPIV3Schema:
                          type: object
                          properties:
                            spec:
                              type: object
                              properties:
                                sails:
                                  type: array
                                  x-kubernetes-list-type: map
                                  x-kubernetes-list-map-keys: [name]
                                  items:
                                    type: object
                                    required: [name]
                                    properties:
                                      name: {type: string}
                                      size: {type: integer, default: 3}
                """.formatted(cluster.namespace());
        String boat = """
                apiVersion: %1$s.example.com/v1
                kind: Boat
                metadata: {name: dinghy}
                spec:
                  sails:
                    - {name: main}
                    - {name: jib, size: 2}
                """.formatted(cluster.namespace());
        try (LiveStack stack = new LiveStack(cluster)) {
            Comparison clean = stack.compare(stack.wanted(all(definition, boat)));
            cluster.apply(definition);
            cluster.kubectl("wait", "--for=condition=Established", "crd/boats." + cluster.namespace() + ".example.com");
            stack.server.discover();
            stack.apply(stack.wanted(boat));
            Comparison same = stack.compare(stack.wanted(boat));
            Comparison changed = stack.compare(stack.wanted(boat.replace("size: 2", "size: 4")));
            cluster.kubectl("delete", "crd", "boats." + cluster.namespace() + ".example.com");

            assertThat(clean.blockers()).isEmpty();
            assertThat(clean.changes().get(1).unverified())
                    .contains("its kind comes with CustomResourceDefinition boats." + cluster.namespace()
                            + ".example.com of the same plan");
            assertThat(LiveStack.lines(same)).isEmpty();
            assertThat(LiveStack.lines(changed))
                    .containsExactly("UPDATE Boat dinghy", "  spec.sails[jib].size: 2 -> 4");
        }
    }

    @Test
    void check_18_a_secret_value_is_never_shown_and_its_change_is(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            String secret = """
                    apiVersion: v1
                    kind: Secret
                    metadata: {name: token}
                    data: {a: Y2FuYXJ5LW9uZQ==, b: Y2FuYXJ5LW9uZQ==, c: c2FtZQ==}
                    """;
            stack.apply(stack.wanted(secret));

            Comparison comparison =
                    stack.compare(stack.wanted(secret.replace("a: Y2FuYXJ5LW9uZQ==", "a: Y2FuYXJ5LXR3bw==")
                            .replace("b: Y2FuYXJ5LW9uZQ==", "b: Y2FuYXJ5LXR3bw==")));

            assertThat(LiveStack.lines(comparison))
                    .containsExactly(
                            "UPDATE Secret token",
                            "  data.a: \"(secret v#1)\" -> \"(secret v#2)\"",
                            "  data.b: \"(secret v#1)\" -> \"(secret v#2)\"");
            assertThat(comparison.changes().get(0).fields().toString()).doesNotContain("Y2FuYXJ5");
        }
    }

    @Test
    void an_object_of_another_stack_is_not_taken(TestCluster cluster) {
        try (LiveStack one = new LiveStack(cluster, "one");
                LiveStack two = new LiveStack(cluster, "two")) {
            one.apply(one.wanted(SERVICE));

            Comparison comparison = two.compare(two.wanted(SERVICE));

            assertThat(comparison.blockers().get(0).what())
                    .isEqualTo("Service " + cluster.namespace() + "/web belongs to another stack");
        }
    }

    @Test
    void an_unchanged_object_takes_at_most_two_requests(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            StringBuilder many = new StringBuilder(SERVICE);
            for (int i = 0; i < 30; i++) {
                many.append("---\n").append(SERVICE.replace("name: web", "name: web-" + i));
            }
            stack.apply(stack.wanted(many.toString()));

            Comparison comparison = stack.compare(stack.wanted(many.toString()));

            assertThat(comparison.changes()).isEmpty();
            assertThat(comparison.requests()).isLessThan(2 * 31);
        }
    }

    @Test
    void a_field_that_we_no_longer_set_goes(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            stack.apply(stack.wanted(WEB.replace("  replicas: 2\n", "  replicas: 2\n  minReadySeconds: 9\n")));

            Comparison comparison = stack.compare(stack.wanted(WEB));

            assertThat(LiveStack.lines(comparison))
                    .containsExactly("UPDATE Deployment web", "  spec.minReadySeconds: 9 -> -");
        }
    }

    @Test
    void what_the_server_does_to_a_field_of_its_own_is_no_change_of_ours(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            Wanted wanted = stack.wanted(SERVICE);
            stack.apply(wanted);
            MapNode body = (MapNode) wanted.objects().get(0).tree().copy();
            Objects.child(body, "spec").put("sessionAffinity", "ClientIP");
            Objects.child(body, "spec").remove("ports");
            Objects.child(body, "spec").remove("selector");
            LiveStack.accept(stack.server.apply(stack.path(body), body, ApplyParameters.cautious("somebody")));

            Comparison comparison = stack.compare(wanted);

            assertThat(comparison.changes()).isEmpty();
            assertThat(comparison.foreign().get(0).fields().stream().map(Foreign::path))
                    .containsExactly("spec.sessionAffinity");
        }
    }

    @Test
    void another_order_of_variables_is_a_change_since_one_may_name_those_before_it(TestCluster cluster) {
        String two = WEB.replace(
                "- {name: MODE, value: fast}",
                "- {name: MODE, value: fast}\n            - {name: FLAGS, value: -m=$(MODE)}\n            - {name: ZONE, value: a}");
        String other = WEB.replace(
                "- {name: MODE, value: fast}",
                "- {name: FLAGS, value: -m=$(MODE)}\n            - {name: ZONE, value: a}\n            - {name: MODE, value: fast}");
        try (LiveStack stack = new LiveStack(cluster)) {
            stack.apply(stack.wanted(other));
            Wanted wanted = stack.wanted(two);

            Comparison comparison = stack.compare(wanted);

            assertThat(LiveStack.lines(comparison))
                    .containsExactly(
                            "UPDATE Deployment web",
                            "  spec.template.spec.containers[web].env: \"order FLAGS, ZONE, MODE\" -> \"order MODE, FLAGS, ZONE\"");
            assertThat(comparison.changes().get(0).impact().effect()).isEqualTo(Effect.ROLLING);
            stack.carryOut(comparison, wanted);
            assertThat(LiveStack.lines(stack.compare(wanted))).isEmpty();
            assertThat(cluster.kubectl(
                            "get",
                            "deployment",
                            "web",
                            "-o",
                            "jsonpath={.spec.template.spec.containers[0].env[*].name}"))
                    .isEqualTo("MODE FLAGS ZONE");
        }
    }

    @Test
    void a_replacement_says_what_changes_of_the_objects_that_it_carries_along(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            stack.apply(stack.wanted(all(WEB, SERVICE)));

            Comparison comparison = stack.compare(stack.wanted(
                    all(WEB.replace("{app: web}", "{app: front}"), SERVICE.replace("{app: web}", "{app: front}"))));

            String service = "Service " + cluster.namespace() + "/web";
            assertThat(comparison.changes()).hasSize(1);
            assertThat(LiveStack.lines(comparison))
                    .startsWith("REPLACE Deployment web")
                    .contains("  " + service + " spec.selector.app: \"web\" -> \"front\"");
            assertThat(comparison.unchanged()).isEmpty();
        }
    }

    @Test
    void what_a_kept_workload_needs_stays_with_it(TestCluster cluster) {
        try (LiveStack stack = new LiveStack(cluster)) {
            String set = all(SET, SERVICE, ACCOUNT, POLICY, CONFIG, CONFIG.replace("settings", "unread"));
            stack.apply(stack.wanted(set));
            Wanted nothing = stack.wanted("");
            String key = "StatefulSet " + cluster.namespace() + "/db";

            Comparison cautious = stack.compare(nothing);
            Comparison told = stack.compare(nothing, new CompareOptions(false, Set.of(), Set.of(key)));

            assertThat(LiveStack.lines(cautious))
                    .containsExactlyInAnyOrder("DELETE Service web", "DELETE ConfigMap unread");
            assertThat(cautious.kept())
                    .extracting(it -> it.key().shortKind() + " " + it.key().name() + ": " + it.why())
                    .containsExactlyInAnyOrder(
                            "StatefulSet db: its pods hold data",
                            "ServiceAccount db: " + key + " stays, and its pods need it",
                            "NetworkPolicy db: " + key + " stays, and its pods need it",
                            "ConfigMap settings: " + key + " stays, and its pods need it");
            assertThat(told.kept()).isEmpty();
            assertThat(LiveStack.lines(told)).hasSize(6);
        }
    }

    @Test
    void an_amount_of_a_custom_resource_is_the_same_in_other_words_only_where_its_schema_says_so(TestCluster cluster)
            throws Exception {
        String group = cluster.namespace() + ".example.com";
        String definition = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: loads.%1$s}
                spec:
                  group: %1$s
                  scope: Namespaced
                  names: {kind: Load, plural: loads}
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      schema:
                        openAPIV3Schema:
                          type: object
                          properties:
                            spec:
                              type: object
                              properties:
                                cpu: {x-kubernetes-int-or-string: true}
                                version: {type: string}
                """.formatted(group);
        String load = """
                apiVersion: %s/v1
                kind: Load
                metadata: {name: one}
                spec: {cpu: %s, version: "%s"}
                """;
        try (LiveStack stack = new LiveStack(cluster)) {
            LiveStack.accept(stack.server.apply(
                    "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/loads." + group,
                    (MapNode) DocumentReader.read("definition", definition).get(0),
                    ApplyParameters.cautious("test")));
            cluster.kubectl("wait", "crd/loads." + group, "--for=condition=Established", "--timeout=30s");
            LiveStack.await(
                    () -> stack.server.get("/openapi/v3/apis/" + group + "/v1").ok());
            stack.server.discover();
            stack.apply(stack.wanted(load.formatted(group, "1000m", "1.0")));

            assertThat(LiveStack.lines(stack.compare(stack.wanted(load.formatted(group, "1", "1.0")))))
                    .isEmpty();
            assertThat(LiveStack.lines(stack.compare(stack.wanted(load.formatted(group, "1", "1")))))
                    .containsExactly("UPDATE Load one", "  spec.version: \"1.0\" -> \"1\"");
            assertThat(LiveStack.lines(stack.compare(stack.wanted(load.formatted(group, "2", "1.0")))))
                    .containsExactly("UPDATE Load one", "  spec.cpu: \"1000m\" -> 2");
            cluster.kubectl("patch", "loads." + group, "one", "--type=merge", "-p", "{\"spec\":{\"cpu\":1}}");
            assertThat(stack.compare(stack.wanted(load.formatted(group, "1000m", "1.0")))
                            .blockers())
                    .isEmpty();
        } finally {
            cluster.kubectl("delete", "crd", "loads." + group);
        }
    }
}
