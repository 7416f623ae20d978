package dev.davit.k8s.manifest;

import dev.davit.Scale;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;

/** Makes what changes the number of instances: an autoscaler of Kubernetes', or KEDA's for the length of a list. */
final class Autoscaling {
    /** Loading a model is slow, so an instance with one is not given up for a short lull. */
    private static final int GPU_LULL = 600;

    private static final int LULL = 300;
    private static final Origin CALM = Origin.target("instances are given up only after a lull");

    private Autoscaling() {}

    static List<MapNode> of(Cluster cluster, WorkloadSpec spec) {
        List<MapNode> objects = new ArrayList<>();
        if (spec.scale().queueDepth().isPresent()) {
            objects.addAll(QueueScaling.of(cluster, spec));
        } else if (spec.scale().isElastic()) {
            objects.add(horizontal(cluster, spec));
        }
        return objects;
    }

    private static MapNode horizontal(Cluster cluster, WorkloadSpec spec) {
        Origin origin = spec.origin("scale");
        MapNode autoscaler = cluster.object("autoscaling/v2", "HorizontalPodAutoscaler", spec, origin);
        MapNode body = autoscaler.map("spec", origin);
        body.map("scaleTargetRef", origin)
                .put("apiVersion", "apps/v1")
                .put("kind", "Deployment")
                .put("name", spec.id());
        Scale scale = spec.scale();
        body.put("minReplicas", scale.min()).put("maxReplicas", scale.max());
        ListNode metrics = body.list("metrics", origin);
        scale.cpu().ifPresent(percent -> metrics.add(metric("cpu", percent, origin)));
        scale.memory().ifPresent(percent -> metrics.add(metric("memory", percent, origin)));
        body.map("behavior", CALM).map("scaleDown", CALM).put("stabilizationWindowSeconds", lull(spec));
        return autoscaler;
    }

    static int lull(WorkloadSpec spec) {
        return spec.gpu().isPresent() ? GPU_LULL : LULL;
    }

    private static MapNode metric(String resource, int percent, Origin origin) {
        MapNode metric = new MapNode(origin).put("type", "Resource");
        metric.map("resource", origin)
                .put("name", resource)
                .map("target", origin)
                .put("type", "Utilization")
                .put("averageUtilization", percent);
        return metric;
    }
}
