package dev.davit.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.Evaluation;
import dev.davit.importing.Decision;
import dev.davit.importing.ImportException;
import dev.davit.importing.ImportSource;
import dev.davit.importing.Imported;
import dev.davit.k8s.cluster.Clusters;
import dev.davit.k8s.importing.ManifestImporter;
import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.Comparison;
import dev.davit.plan.Effect;
import dev.davit.plan.FieldChange;
import dev.davit.plan.Plan;
import dev.davit.plan.Planner;
import dev.davit.plan.Wanted;
import dev.davit.target.CompareOptions;
import dev.davit.target.Images;
import dev.davit.target.Synthesis;
import dev.davit.target.Synthesizer;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is imported, from files or live, differs from what the server has in nothing. */
@OnFakeNodes
class LiveImportTest {
    private static final Path EXAMPLES = Path.of("..", "..", "examples");
    private static final Path MANIFESTS = Path.of("src/test/manifests");

    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, labels: {app: web}}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  securityContext: {runAsNonRoot: true, runAsUser: 1000, seccompProfile: {type: RuntimeDefault}}
                  containers:
                  - name: web
                    image: davit.test/web:1
                    ports: [{containerPort: 8080}]
                    env:
                    - {name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}
                    readinessProbe: {httpGet: {path: /, port: 8080}}
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: db}
            stringData: {password: hunter2-0f9e8d7c6b5a}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: files}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """;

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private KubernetesConnection connection;

    @BeforeEach
    void connect(TestCluster given) {
        cluster = given;
        connection = Whole.connect(cluster);
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private ManifestImporter importer() {
        return new ManifestImporter(
                Clusters.of(Map.of("KUBECONFIG", cluster.kubeconfig().toString())));
    }

    private Imported live(String namespace) {
        return importer()
                .read(
                        new ImportSource.Live(Optional.empty(), Optional.of(namespace), Optional.empty()),
                        Optional.empty(),
                        Optional.empty());
    }

    private Imported files(Path path, Optional<String> namespace) {
        return importer().read(new ImportSource.File(path, namespace), Optional.empty(), Optional.empty());
    }

    private static Wanted wanted(Imported imported) {
        Synthesis synthesis = new Synthesizer(List.of(new KubernetesTarget()), List.of(), LocalDate.EPOCH)
                .withoutFiles()
                .synthesize(Evaluation.of(imported.definition(), "test"), Images.NONE);
        return Wanted.of(synthesis.targets().get(0).desired(), new KubernetesTarget().scope(synthesis.assembly()));
    }

    private Comparison compare(Imported imported, CompareOptions options) {
        connection.close();
        connection = Whole.connect(cluster);
        return connection.compare(wanted(imported), options);
    }

    /** Each change is an adoption that changes nothing but the mark of whose the object is. */
    private void assertOnlyAdopts(Imported imported) {
        Comparison found = compare(imported, new CompareOptions(true, Set.of(), Set.of()));
        Plan plan = Planner.plan(
                wanted(imported), found, Instant.now(), Instant.now().plusSeconds(3600));

        assertThat(plan.blockers()).isEmpty();
        assertThat(plan.changes()).isNotEmpty().allSatisfy(change -> {
            assertThat(change.action()).isEqualTo(Action.ADOPT);
            assertThat(fields(change)).allMatch(it -> it.equals("metadata.labels[applyset.kubernetes.io/part-of]"));
            assertThat(change.impact().effect()).isEqualTo(Effect.NONE);
        });
    }

    private static List<String> fields(Change change) {
        return change.fields().stream()
                .filter(FieldChange::isOurs)
                .map(FieldChange::path)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "static-and-cron", "doc-ai", "llm-on-kubernetes"})
    void an_example_that_is_applied_and_imported_live_has_an_empty_plan(String example) throws Exception {
        Imported written = files(EXAMPLES.resolve(example).resolve("expected/kubernetes"), Optional.empty());
        Wanted wanted = wanted(written);
        remove(wanted);
        try (Whole whole = new Whole(cluster, folder)) {
            Comparison before = connection.compare(wanted, CompareOptions.cautious());
            whole.carryOut(
                    Planner.plan(wanted, before, Instant.now(), Instant.now().plusSeconds(3600)));
        }

        Imported live = live(wanted.scope().orElseThrow());
        Comparison after = compare(live, CompareOptions.cautious());

        assertThat(live.proof().unexplained()).isEmpty();
        assertThat(wanted(live).stack()).isEqualTo(wanted.stack());
        assertThat(after.changes())
                .extracting(it -> it.key() + " " + fields(it))
                .isEmpty();
        assertThat(after.blockers()).isEmpty();
        assertThat(after.unchanged()).hasSameSizeAs(wanted.objects());
        remove(wanted);
    }

    /** Examples name their namespaces, and all tests share a cluster. */
    private void remove(Wanted wanted) {
        cluster.kubectl("delete", "namespace", wanted.scope().orElseThrow(), "--ignore-not-found", "--timeout=120s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cassandra", "cockroachdb", "etcd", "mysql", "zookeeper", "static-ip"})
    void manifests_that_kubectl_applied_are_adopted_without_a_change(String name) throws Exception {
        Path source = MANIFESTS.resolve(name);
        cluster.kubectl("apply", "--filename", source.toString());

        Imported written = files(source, Optional.of(cluster.namespace()));
        Imported live = live(cluster.namespace());

        assertThat(written.proof().unexplained()).isEmpty();
        assertThat(live.proof().unexplained()).isEmpty();
        assertOnlyAdopts(written);
        assertOnlyAdopts(live);
    }

    @Test
    void what_was_applied_on_the_servers_side_by_another_tool_is_adopted_without_a_change() throws Exception {
        Path file = Files.writeString(folder.resolve("web.yaml"), WEB);
        cluster.kubectl(
                "apply", "--server-side", "--field-manager", "argocd-controller", "--filename", file.toString());

        Imported live = live(cluster.namespace());

        assertThat(live.proof().unexplained()).isEmpty();
        assertThat(live.source().text())
                .contains("\"image\", \"davit.test/web:1\"")
                .doesNotContain("hunter2", "terminationMessagePath", "resourceVersion", "clusterIP", "volumeName");
        assertOnlyAdopts(live);
    }

    @Test
    void what_was_created_without_any_record_is_adopted_without_a_change() throws Exception {
        Path file = Files.writeString(folder.resolve("web.yaml"), WEB);
        cluster.kubectl("create", "--filename", file.toString());
        cluster.kubectl("create", "job", "once", "--image=davit.test/once:1");

        Imported live = live(cluster.namespace());

        assertThat(live.proof().unexplained()).isEmpty();
        assertThat(live.source().text())
                .contains("cluster.secret(\"db\", \"password\")")
                .doesNotContain("hunter2", "terminationMessagePath", "controller-uid", "clusterIP", "volumeName")
                .doesNotContain("imagePullPolicy", "defaultMode", "schedulerName", "25%");
        assertOnlyAdopts(live);
    }

    @Test
    void what_somebody_changed_after_the_apply_is_in_the_java() throws Exception {
        for (String how : List.of("apply", "apply --server-side")) {
            String name = how.contains("server") ? "ssa" : "csa";
            Path file = Files.writeString(
                    folder.resolve(name + ".yaml"),
                    WEB.replace("name: web", "name: " + name).replace("app: web", "app: " + name));
            String[] all = (how + " --filename " + file).split(" ");
            cluster.kubectl(all);
            cluster.kubectl("set", "image", "deployment/" + name, name + "=davit.test/web:2");
            cluster.kubectl("scale", "deployment/" + name, "--replicas=3");
            cluster.kubectl("set", "env", "deployment/" + name, "EXTRA=1");
            cluster.kubectl("label", "deployment/" + name, "team=search");
            cluster.kubectl("annotate", "service/" + name, "note=mine");
            cluster.kubectl(
                    "patch",
                    "deployment/" + name,
                    "--type=json",
                    "--patch",
                    "[{\"op\": \"add\", \"path\": \"/spec/template/spec/containers/0\", \"value\": {\"name\": \"side\","
                            + " \"image\": \"davit.test/side:1\", \"command\": [\"sh\"]}}]");
        }

        Imported live = live(cluster.namespace());

        assertThat(live.proof().unexplained()).isEmpty();
        for (String text : List.of(
                "\"image\", \"davit.test/web:2\"",
                "\"/spec/replicas\", 3",
                "\"name\", \"EXTRA\", \"value\", \"1\"",
                ".label(\"team\", \"search\")",
                ".annotation(\"note\", \"mine\")",
                "\"command\", List.of(\"sh\")")) {
            assertThat(live.source().text().split(Pattern.quote(text), -1))
                    .as(text)
                    .hasSize(3);
        }
        assertOnlyAdopts(live);
    }

    @Test
    void an_adoption_leaves_the_number_of_instances_to_the_autoscaler() throws Exception {
        Path file = Files.writeString(folder.resolve("web.yaml"), WEB.replace("replicas: 2", "replicas: 3"));
        cluster.kubectl("create", "--filename", file.toString());
        cluster.kubectl("autoscale", "deployment/web", "--min=1", "--max=5", "--cpu-percent=80");
        Imported live = live(cluster.namespace());

        Wanted wanted = wanted(live);
        try (Whole whole = new Whole(cluster, folder)) {
            Comparison found = compare(live, new CompareOptions(true, Set.of(), Set.of()));
            whole.carryOut(
                    Planner.plan(wanted, found, Instant.now(), Instant.now().plusSeconds(3600)));
        }

        assertThat(cluster.kubectl("get", "deployment/web", "--output", "jsonpath={.spec.replicas}"))
                .isEqualTo("3");
        assertThat(compare(live, CompareOptions.cautious()).changes()).isEmpty();
    }

    @Test
    void a_name_that_a_default_has_as_well_is_no_default_elsewhere() throws Exception {
        String labels = "{app: web, scheme: HTTP, protocol: TCP}";
        Path file = Files.writeString(
                folder.resolve("web.yaml"),
                WEB.replace("{app: web}", labels)
                        .replace("containers:", "nodeSelector: {protocol: TCP}\n      containers:"));
        cluster.kubectl("create", "--filename", file.toString());
        cluster.kubectl(
                "run",
                "single",
                "--image=davit.test/web:1",
                "--overrides",
                "{\"spec\": {\"securityContext\": {\"runAsNonRoot\": true, \"runAsUser\": 1000, \"seccompProfile\":"
                        + " {\"type\": \"RuntimeDefault\"}}, \"containers\": [{\"name\": \"single\", \"image\": \"davit.test/web:1\","
                        + " \"securityContext\": {\"allowPrivilegeEscalation\": false, \"capabilities\": {\"drop\": [\"ALL\"]}}}]}}");

        Imported live = live(cluster.namespace());

        assertThat(live.source().text())
                .contains("\"/spec/template/spec/nodeSelector/protocol\", \"TCP\"")
                .contains("\"scheme\", \"HTTP\"")
                .doesNotContain("kube-api-access", "tolerationSeconds", "preemptionPolicy");
        assertOnlyAdopts(live);
    }

    @Test
    void a_live_object_with_a_secret_in_it_is_left_as_it_is() {
        cluster.kubectl("create", "configmap", "conf", "--from-literal=url=redis://h/0?password=hunter2-0f9e");
        cluster.kubectl("create", "configmap", "other", "--from-literal=a=b");

        Imported live = live(cluster.namespace());

        assertThat(live.proof().unexplained()).isEmpty();
        assertThat(live.source().text()).contains("\"other\"").doesNotContain("\"conf\"", "hunter2");
        assertThat(live.decisions())
                .anyMatch(it -> it.kind() == Decision.Kind.LEFT_OUT && it.path().endsWith("/conf"));
        assertOnlyAdopts(live);
    }

    @Test
    void a_selector_picks_objects_and_what_controllers_made_is_left_out() throws Exception {
        Path file = Files.writeString(folder.resolve("web.yaml"), WEB);
        cluster.kubectl("apply", "--filename", file.toString());
        cluster.kubectl("wait", "--for=condition=Available", "deployment/web", "--timeout=60s");

        String all = live(cluster.namespace()).source().text();
        String some = importer()
                .read(
                        new ImportSource.Live(
                                Optional.empty(), Optional.of(cluster.namespace()), Optional.of("app=web")),
                        Optional.empty(),
                        Optional.empty())
                .source()
                .text();

        assertThat(all).contains("\"Deployment\"", "\"Service\"", "\"PersistentVolumeClaim\"");
        assertThat(all).doesNotContain("ReplicaSet", "\"Pod\"", "EndpointSlice", "kube-root-ca.crt", "\"default\")");
        assertThat(some).contains("\"Deployment\"").doesNotContain("\"Service\"");
    }

    @Test
    void a_namespace_that_is_not_there_or_empty_is_refused_in_words() {
        assertThatThrownBy(() -> live("nowhere"))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("there is no such namespace");
        assertThatThrownBy(() -> live(cluster.namespace()))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("there is nothing to import");
    }

    @Test
    void objects_of_a_namespace_say_what_was_left_out() throws Exception {
        Path file = Files.writeString(folder.resolve("web.yaml"), WEB);
        cluster.kubectl("apply", "--filename", file.toString());

        assertThat(live(cluster.namespace()).decisions())
                .anyMatch(it -> it.kind() == Decision.Kind.SECRET && it.path().endsWith("/db"));
    }
}
