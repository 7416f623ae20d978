package dev.davit.k8s.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Refusal;
import dev.davit.document.MapNode;
import dev.davit.plan.Plan;
import dev.davit.plan.Step.Verb;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnFakeNodes
class PreflightTest {
    @TempDir
    Path folder;

    @Test
    void an_administrator_lacks_nothing(TestCluster cluster) {
        Stack stack = new Stack(cluster);
        MapNode config = stack.bring(Manifests.config("a", "one")).get(0);
        Plan plan = stack.plan(List.of(), stack.step(Verb.DELETE, config));
        assertThat(stack.operator().preflight(plan)).isEmpty();
    }

    @Test
    void check_20_who_may_not_delete_one_kind_is_told_before_anything_is_written(TestCluster cluster)
            throws IOException {
        Stack admin = new Stack(cluster);
        MapNode config = admin.bring(Manifests.config("a", "one")).get(0);
        Stack user = new Stack(cluster, account(cluster).toString(), cluster.namespace());
        MapNode secret = user.object("{apiVersion: v1, kind: Secret, metadata: {name: s}}");
        Plan plan = user.plan(List.of(secret), admin.step(Verb.DELETE, config), admin.apply(secret));
        String before = cluster.kubectl(
                "get", "all,configmap,secret,lease", "-o", "jsonpath={.items[*].metadata.resourceVersion}");
        assertThat(user.operator().preflight(plan))
                .containsExactly(new Refusal("delete", "ConfigMap", cluster.namespace()));
        assertThat(cluster.kubectl(
                        "get", "all,configmap,secret,lease", "-o", "jsonpath={.items[*].metadata.resourceVersion}"))
                .isEqualTo(before);
    }

    /** Makes an account that may do all that an apply does, except to delete ConfigMaps. */
    private Path account(TestCluster cluster) throws IOException {
        return cluster.account("deployer", """
                - {apiGroups: [""], resources: [secrets], verbs: ["*"]}
                - {apiGroups: [""], resources: [configmaps], verbs: [get, list, create, patch]}
                - {apiGroups: [coordination.k8s.io], resources: [leases], verbs: [get, create, update]}
                """, folder);
    }
}
