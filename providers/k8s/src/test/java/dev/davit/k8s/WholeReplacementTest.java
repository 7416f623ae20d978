package dev.davit.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Applier;
import dev.davit.apply.ApplyOptions;
import dev.davit.apply.Ending;
import dev.davit.apply.Journal;
import dev.davit.apply.Outcome;
import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.Comparison;
import dev.davit.plan.Effect;
import dev.davit.plan.Plan;
import dev.davit.plan.Planner;
import dev.davit.plan.Wanted;
import dev.davit.target.CompareOptions;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replace what a real cluster does not change in place. */
@OnFakeNodes
class WholeReplacementTest {
    private static final String POD = """
                spec:
                  securityContext: {runAsNonRoot: true, runAsUser: 1000, seccompProfile: {type: RuntimeDefault}}
                  containers:
                  - name: it
                    image: davit.test/app:1
                    ports: [{name: http, containerPort: 8080}]
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """.replaceAll("(?m)^ {4}", "    ");
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: NS}
            spec: {selector: {SELECTOR}, ports: [{port: 80, targetPort: http}]}
            ---
            """;
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: NS}
            spec:
              REPLICAS
              selector: {matchLabels: {LABELS}}
              template:
                metadata: {labels: {LABELS}}
            """ + POD + "---\n";
    private static final String SCALER = """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web, namespace: NS}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              minReplicas: 3
              maxReplicas: 5
              metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}}]
            ---
            """;
    private static final String SET = """
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: NS}
            spec: {clusterIP: None, selector: {app: db}, ports: [{port: 80, targetPort: http}]}
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: NS}
            spec:
              replicas: 2
              serviceName: db
              podManagementPolicy: POLICY
              selector: {matchLabels: {app: db}}
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: SIZE}}}
              template:
                metadata: {labels: {app: db}}
            """ + POD + "---\n";

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private KubernetesConnection connection;
    private int runs;

    @BeforeEach
    void connect(TestCluster given) {
        cluster = given;
        connection = Whole.connect(given);
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private static String web(String replicas, String labels) {
        return DEPLOYMENT.replace("REPLICAS", replicas).replace("LABELS", labels);
    }

    private static String service(String selector) {
        return SERVICE.replace("SELECTOR", selector);
    }

    private static String set(String policy, String size) {
        return SET.replace("POLICY", policy).replace("SIZE", size);
    }

    private Wanted wanted(String manifests) {
        return Whole.wanted(cluster, manifests);
    }

    private Plan plan(String manifests, String... permitted) {
        Wanted wanted = wanted(manifests);
        Comparison found = connection.compare(wanted, new CompareOptions(false, Set.of(), Set.of(permitted)));
        return Planner.plan(wanted, found, Instant.now(), Instant.now().plusSeconds(3600));
    }

    private void apply(Plan plan) {
        ApplyOptions options = new ApplyOptions.Builder()
                .by("me@here")
                .run("run" + runs)
                .lockTimeout(Duration.ZERO)
                .build();
        Journal journal = Journal.open(
                folder.resolve("run" + runs++),
                connection.place(),
                plan.wanted().stack(),
                plan.wanted().stage());
        Outcome outcome = new Applier(connection, journal, options, event -> {}).apply(plan);
        assertThat(outcome.ending()).as(outcome.detail()).isEqualTo(Ending.DONE);
    }

    private static Change only(Plan plan) {
        assertThat(plan.blockers()).isEmpty();
        assertThat(plan.changes()).hasSize(1);
        return plan.changes().get(0);
    }

    private String get(String what, String path) {
        return cluster.kubectl("get", what, "-o", "jsonpath={" + path + "}");
    }

    @Test
    void check_7_a_deployment_of_another_selector_stands_ready_before_the_old_one_goes() {
        String old = get("deployment", ".items[*].metadata.name");
        assertThat(old).isEmpty();
        apply(plan(service("app: web") + web("replicas: 2", "app: web")));
        String next = service("app: web") + web("replicas: 2", "app: web, tier: front");

        Plan plan = plan(next);

        assertThat(only(plan).action()).isEqualTo(Action.REPLACE);
        assertThat(only(plan).impact().effect()).isEqualTo(Effect.ROLLING);
        apply(plan);
        assertThat(get("deployment", ".items[*].metadata.name")).matches("web-[0-9a-f]{8}");
        assertThat(get("deployment", ".items[*].status.readyReplicas")).isEqualTo("2");
        assertThat(plan(next).changes()).isEmpty();
        assertThat(plan(next).blockers()).isEmpty();
    }

    @Test
    void a_service_moves_to_the_new_pods_when_they_are_ready_and_back_again() {
        String first = service("app: web") + web("replicas: 1", "app: web");
        apply(plan(first));
        String next = service("app: shop") + web("replicas: 1", "app: shop");

        Plan plan = plan(next);

        assertThat(only(plan).steps().stream()
                        .map(it -> it.verb() + " " + it.key().shortKind()))
                .containsExactly("APPLY Deployment", "APPLY Service", "DELETE Deployment");
        apply(plan);
        assertThat(get("service/web", ".spec.selector.app")).isEqualTo("shop");
        assertThat(plan(next).changes()).isEmpty();
        apply(plan(first));
        assertThat(get("deployment", ".items[*].spec.selector.matchLabels.app")).isEqualTo("web");
        assertThat(plan(first).changes()).isEmpty();
    }

    @Test
    void an_autoscaler_goes_on_with_the_new_deployment_at_the_number_of_the_old() {
        String first = service("app: web") + web("", "app: web") + SCALER;
        apply(plan(first));
        cluster.kubectl("scale", "deployment/web", "--replicas=4");
        String next = service("app: web") + web("", "app: web, tier: front") + SCALER;

        apply(plan(next));

        assertThat(get("deployment", ".items[*].metadata.name")).matches("web-[0-9a-f]{8}");
        assertThat(get("deployment", ".items[*].spec.replicas")).isEqualTo("4");
        assertThat(get("hpa/web", ".spec.scaleTargetRef.name")).matches("web-[0-9a-f]{8}");
        assertThat(plan(next).changes()).isEmpty();
    }

    @Test
    void a_set_is_made_anew_around_its_pods_and_its_disks_grow() {
        apply(plan(set("OrderedReady", "1Gi")));
        String uid = get("statefulset/db", ".metadata.uid");
        String pods = get("pods", ".items[*].metadata.uid");

        Plan plan = plan(set("Parallel", "2Gi"));

        assertThat(only(plan).action()).isEqualTo(Action.REPLACE);
        assertThat(only(plan).impact().effect()).isEqualTo(Effect.NONE);
        apply(plan);
        assertThat(get("statefulset/db", ".metadata.uid")).isNotEqualTo(uid);
        assertThat(get("pods", ".items[*].metadata.uid")).isEqualTo(pods);
        assertThat(get("pvc", ".items[*].spec.resources.requests.storage")).isEqualTo("2Gi 2Gi");
        assertThat(plan(set("Parallel", "2Gi")).changes()).isEmpty();
        assertThat(plan(set("Parallel", "2Gi")).kept()).isEmpty();
        assertThat(plan(set("Parallel", "1Gi")).blockers()).hasSize(1);
    }

    @Test
    void a_service_loses_its_address_only_with_a_word() {
        String first = service("app: web");
        apply(plan(first));
        String uid = get("service/web", ".metadata.uid");
        String next = first.replace("spec: {", "spec: {clusterIP: None, ");

        assertThat(plan(next).blockers()).hasSize(1);
        assertThat(get("service/web", ".metadata.uid")).isEqualTo(uid);

        apply(plan(next, "Service " + cluster.namespace() + "/web"));
        assertThat(get("service/web", ".spec.clusterIP")).isEqualTo("None");
        assertThat(plan(next).changes()).isEmpty();
    }

    @Test
    void check_8_a_typo_deletes_nothing_whatever_is_permitted() {
        apply(plan(service("app: web") + web("replicas: 1", "app: web")));
        String service = "Service " + cluster.namespace() + "/web";
        String deployment = "Deployment " + cluster.namespace() + "/web";
        String typo = service("app: web").replace("spec: {", "spec: {type: Sevice, ")
                + web("replicas: 1", "app: web").replaceFirst("matchLabels: \\{app: web", "matchLabels: {app: wbe");

        Plan plan = plan(typo, service, deployment);

        assertThat(plan.blockers()).hasSize(2);
        assertThat(plan.changes()).isEmpty();
    }
}
