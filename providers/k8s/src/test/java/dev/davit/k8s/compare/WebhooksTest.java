package dev.davit.k8s.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.plan.Change;
import dev.davit.plan.Comparison;
import dev.davit.plan.Plan;
import dev.davit.plan.PlanCheck;
import dev.davit.plan.Planner;
import dev.davit.plan.Stale;
import dev.davit.plan.Verification;
import dev.davit.plan.Wanted;
import dev.davit.target.CompareOptions;
import dev.davit.testcluster.AdmissionWebhook;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Check 16: what admission webhooks do to a comparison, with webhooks that the server really calls. */
@OnFakeNodes
class WebhooksTest {
    private static final String SETTINGS = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {level: %s, kept: same}
            """;
    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                  containers:
                    - name: web
                      image: davit.test/web:1
                      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """;
    private static final String CONFIGURATION = """
            apiVersion: admissionregistration.k8s.io/v1
            kind: %1$sWebhookConfiguration
            metadata: {name: %2$s}
            webhooks:
              - name: check16.davit.test
                sideEffects: NoneOnDryRun
                admissionReviewVersions: [v1]
                namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %2$s}}
                clientConfig: %3$s
                rules: [{apiGroups: ["", apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [configmaps, deployments]}]
            """;
    private static final String SIDECAR = """
            [{"op": "add", "path": "/spec/template/spec/containers/-", "value": {"name": "sidecar", "image": "davit.test/sidecar:1",
              "securityContext": {"allowPrivilegeEscalation": false, "capabilities": {"drop": ["ALL"]}}}}]
            """;

    private static void register(String kind, AdmissionWebhook webhook, TestCluster cluster) {
        cluster.apply(CONFIGURATION.formatted(kind, cluster.namespace(), webhook.clientConfig()));
    }

    private static void unregister(String kind, TestCluster cluster) {
        cluster.kubectl("delete", kind + "webhookconfiguration", cluster.namespace());
    }

    /** Servers before 1.22 took such a webhook, and it outlives every upgrade; a server of today keeps it and accepts no new one. */
    private static void registerWithSideEffects(AdmissionWebhook webhook, TestCluster cluster) {
        register("Validating", webhook, cluster);
        String object =
                cluster.kubectl("get", "validatingwebhookconfiguration", cluster.namespace(), "--output", "json");
        cluster.store(
                "/registry/validatingwebhookconfigurations/" + cluster.namespace(),
                object.replace("NoneOnDryRun", "Some"));
    }

    @Test
    void check_16_where_a_webhook_has_side_effects_the_plan_is_ours_and_says_so(TestCluster cluster) throws Exception {
        try (AdmissionWebhook webhook = AdmissionWebhook.start(review -> "");
                LiveStack stack = new LiveStack(cluster)) {
            stack.apply(stack.wanted(SETTINGS.formatted("high")));
            Wanted next = stack.wanted(SETTINGS.formatted("low"));
            registerWithSideEffects(webhook, cluster);
            LiveStack.await(
                    () -> stack.compare(next).changes().get(0).unverified().isPresent());

            Comparison comparison = stack.compare(next);
            Comparison same = stack.compare(stack.wanted(SETTINGS.formatted("high")));
            stack.carryOut(comparison, next);
            int calls = webhook.calls();
            Comparison after = stack.compare(next);
            unregister("validating", cluster);

            Change change = comparison.changes().get(0);
            assertThat(change.unverified()).contains("webhook check16.davit.test does not take part in dry runs");
            assertThat(LiveStack.lines(comparison))
                    .containsExactly("UPDATE ConfigMap settings", "  data.level: \"high\" -> \"low\"");
            assertThat(comparison.blockers()).isEmpty();
            assertThat(LiveStack.lines(same)).isEmpty();
            assertThat(calls).isEqualTo(1);
            assertThat(LiveStack.lines(after)).isEmpty();
        }
    }

    @Test
    void check_16_what_a_webhook_adds_is_no_change_of_ours(TestCluster cluster) throws Exception {
        try (AdmissionWebhook webhook = AdmissionWebhook.start(review ->
                        review.contains("davit.test/sidecar:1") || !review.contains("davit.test/web") ? "" : SIDECAR);
                LiveStack stack = new LiveStack(cluster)) {
            register("Mutating", webhook, cluster);
            LiveStack.await(() -> cluster.kubectl(
                            "create",
                            "deployment",
                            "probe",
                            "--image=davit.test/web:1",
                            "--dry-run=server",
                            "-o",
                            "yaml")
                    .contains("sidecar"));
            Wanted wanted = stack.wanted(WEB);

            Comparison first = stack.compare(wanted);
            stack.apply(wanted);
            String containers = containers(cluster);
            String generation = generation(cluster);
            Comparison second = stack.compare(wanted);
            stack.apply(wanted);
            Comparison changed = stack.compare(stack.wanted(WEB.replace("web:1", "web:2")));
            String still = generation(cluster);
            stack.apply(stack.wanted(WEB.replace("web:1", "web:2")));
            Comparison last = stack.compare(stack.wanted(WEB.replace("web:1", "web:2")));
            unregister("mutating", cluster);

            assertThat(containers).isEqualTo("web sidecar");
            assertThat(LiveStack.lines(first)).startsWith("CREATE Deployment web");
            assertThat(LiveStack.lines(second)).isEmpty();
            assertThat(second.blockers()).isEmpty();
            assertThat(second.unchanged()).hasSize(1);
            assertThat(still).isEqualTo(generation);
            assertThat(LiveStack.lines(changed))
                    .containsExactly(
                            "UPDATE Deployment web",
                            "  spec.template.spec.containers[web].image: \"davit.test/web:1\" -> \"davit.test/web:2\"");
            assertThat(containers(cluster)).isEqualTo("web sidecar");
            assertThat(LiveStack.lines(last)).isEmpty();
        }
    }

    @Test
    void what_a_new_webhook_would_change_only_a_dry_run_tells_and_its_plan_can_be_applied(TestCluster cluster)
            throws Exception {
        String lower = "[{\"op\": \"replace\", \"path\": \"/data/level\", \"value\": \"low\"}]";
        try (AdmissionWebhook webhook =
                        AdmissionWebhook.start(review -> review.contains("\"kept\":\"same\"") ? lower : "");
                LiveStack stack = new LiveStack(cluster)) {
            Wanted wanted = stack.wanted(SETTINGS.formatted("high"));
            stack.apply(wanted);
            register("Mutating", webhook, cluster);
            CompareOptions asking = CompareOptions.cautious().verifying(Verification.FULL);
            LiveStack.await(() -> !stack.compare(wanted, asking).changes().isEmpty());

            int before = webhook.calls();
            Comparison recorded = stack.compare(wanted);
            int unasked = webhook.calls();
            Plan plan = Planner.plan(wanted, stack.compare(wanted, asking), Instant.EPOCH, Instant.MAX);
            Comparison again = stack.compare(wanted, CompareOptions.approvedBy(plan));
            unregister("mutating", cluster);

            assertThat(LiveStack.lines(recorded)).isEmpty();
            assertThat(unasked).isEqualTo(before);
            assertThat(LiveStack.lines(again))
                    .containsExactly("UPDATE ConfigMap settings", "  data.level: \"high\" -> \"low\"");
            assertThat(PlanCheck.check(plan, again, Instant.EPOCH)).isEmpty();
            assertThat(PlanCheck.check(plan, recorded, Instant.EPOCH))
                    .extracting(Stale::what)
                    .containsExactly("someone else made this change");
        }
    }

    private static String containers(TestCluster cluster) {
        return cluster.kubectl("get", "deployment", "web", "-o", "jsonpath={.spec.template.spec.containers[*].name}");
    }

    private static String generation(TestCluster cluster) {
        return cluster.kubectl("get", "deployment", "web", "-o", "jsonpath={.metadata.generation}");
    }
}
