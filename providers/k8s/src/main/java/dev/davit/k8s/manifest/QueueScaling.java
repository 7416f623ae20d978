package dev.davit.k8s.manifest;

import dev.davit.Scale;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.WorkloadSpec;
import java.util.List;

/**
 * Scales by the jobs that wait in a list of the queue. Kubernetes alone cannot see a list: KEDA does, and a finding says that it must
 * be there. Source: https://keda.sh/docs/2.17/scalers/redis-lists/
 */
final class QueueScaling {
    /** Where KEDA's own installation puts its operator, which reads the list. */
    static final String KEDA_NAMESPACE = "keda";

    private static final int POLLING = 15;
    private static final int FAILURES = 3;

    private QueueScaling() {}

    static List<MapNode> of(Cluster cluster, WorkloadSpec spec) {
        Scale.QueueDepth depth = spec.scale().queueDepth().orElseThrow();
        Origin origin = spec.origin("scale");
        report(cluster, spec, depth);
        MapNode authentication = cluster.object("keda.sh/v1alpha1", "TriggerAuthentication", spec, origin);
        authentication
                .map("spec", origin)
                .list("secretTargetRef", origin)
                .add(new MapNode(origin)
                        .put("parameter", "password")
                        .put("name", Credentials.store(depth.queue().id()))
                        .put("key", Credentials.PASSWORD));
        return List.of(authentication, scaledObject(cluster, spec, depth, origin));
    }

    private static MapNode scaledObject(Cluster cluster, WorkloadSpec spec, Scale.QueueDepth depth, Origin origin) {
        MapNode scaled = cluster.object("keda.sh/v1alpha1", "ScaledObject", spec, origin);
        MapNode body = scaled.map("spec", origin);
        body.map("scaleTargetRef", origin)
                .put("apiVersion", "apps/v1")
                .put("kind", "Deployment")
                .put("name", spec.id());
        Scale scale = spec.scale();
        body.put("pollingInterval", POLLING);
        body.put("cooldownPeriod", Autoscaling.lull(spec));
        body.put("minReplicaCount", scale.min()).put("maxReplicaCount", scale.max());
        body.map("fallback", Origin.target("an unreadable queue must not stop the workers"))
                .put("failureThreshold", FAILURES)
                .put("replicas", scale.min());
        ListNode triggers = body.list("triggers", origin);
        triggers.add(list(cluster, spec, depth, origin));
        scale.cpu().ifPresent(percent -> triggers.add(use("cpu", percent, origin)));
        scale.memory().ifPresent(percent -> triggers.add(use("memory", percent, origin)));
        return scaled;
    }

    /** KEDA's operator looks the name up in its own namespace, where the queue's short name leads nowhere. */
    private static MapNode list(Cluster cluster, WorkloadSpec spec, Scale.QueueDepth depth, Origin origin) {
        MapNode trigger = new MapNode(origin).put("type", "redis");
        trigger.map("metadata", origin)
                .put("address", depth.queue().id() + "." + cluster.namespace() + ".svc:" + Addresses.VALKEY_PORT)
                .put("listName", depth.list())
                .put("listLength", String.valueOf(depth.perInstance()));
        trigger.map("authenticationRef", origin).put("name", spec.id());
        return trigger;
    }

    private static MapNode use(String resource, int percent, Origin origin) {
        MapNode trigger = new MapNode(origin).put("type", resource).put("metricType", "Utilization");
        trigger.map("metadata", origin).put("value", String.valueOf(percent));
        return trigger;
    }

    private static void report(Cluster cluster, WorkloadSpec spec, Scale.QueueDepth depth) {
        cluster.verdicts()
                .emulated(
                        spec.key(),
                        "KEDA, in namespace keda, counts the waiting jobs; those in progress it does not see, so their drain time"
                                + " must be enough");
        cluster.findings()
                .warning(Findings.ADD_ON)
                .add(
                        spec,
                        "scale",
                        "scaling by the jobs that wait in \"" + depth.list() + "\" needs KEDA in the cluster",
                        "Kubernetes' own autoscaler sees processor time and memory, not lists; without KEDA apply refuses the"
                                + " ScaledObject",
                        "install KEDA (https://keda.sh/docs/latest/deploy/) in namespace " + KEDA_NAMESPACE
                                + ", or scale by .cpu(...)");
    }
}
