package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.k8s.manifest.Manifests;
import dev.davit.plan.Planner;
import java.util.Map;
import java.util.Set;

/** Order kinds: what others need comes first. */
final class Ranks {
    static final int DELETION = 1000;
    private static final String NAME = "app.kubernetes.io/name";
    private static final int CREDENTIALS = 40;
    private static final int WORKLOADS = Planner.WORKLOADS;

    private static final Map<String, Integer> BY_KIND = Map.ofEntries(
            Map.entry("Namespace", 0),
            Map.entry("CustomResourceDefinition", 0),
            Map.entry("ResourceQuota", 10),
            Map.entry("LimitRange", 10),
            Map.entry("ServiceAccount", 10),
            Map.entry("Role", 10),
            Map.entry("RoleBinding", 10),
            Map.entry("ClusterRole", 10),
            Map.entry("ClusterRoleBinding", 10),
            Map.entry("PriorityClass", 10),
            Map.entry("StorageClass", 10),
            Map.entry("RuntimeClass", 10),
            Map.entry("ConfigMap", 20),
            Map.entry("Secret", 20),
            Map.entry("PersistentVolume", 20),
            Map.entry("PersistentVolumeClaim", 20),
            Map.entry("TriggerAuthentication", 20),
            Map.entry("Service", 30),
            Map.entry("NetworkPolicy", 30),
            Map.entry("Deployment", WORKLOADS),
            Map.entry("StatefulSet", WORKLOADS),
            Map.entry("DaemonSet", WORKLOADS),
            Map.entry("Job", WORKLOADS),
            Map.entry("CronJob", WORKLOADS),
            Map.entry("Pod", WORKLOADS),
            Map.entry("Ingress", 60),
            Map.entry("HTTPRoute", 60),
            Map.entry("Gateway", 60),
            Map.entry("HorizontalPodAutoscaler", 70),
            Map.entry("PodDisruptionBudget", 70),
            Map.entry("ScaledObject", 70),
            Map.entry("ValidatingWebhookConfiguration", 80),
            Map.entry("MutatingWebhookConfiguration", 80));

    /** No controller does anything before these are what they say. */
    private static final Set<String> READY_AT_ONCE = Set.of(
            "ResourceQuota",
            "LimitRange",
            "ServiceAccount",
            "Role",
            "RoleBinding",
            "ClusterRole",
            "ClusterRoleBinding",
            "PriorityClass",
            "StorageClass",
            "RuntimeClass",
            "ConfigMap",
            "Secret",
            "NetworkPolicy",
            "CronJob",
            "PodDisruptionBudget",
            "ValidatingWebhookConfiguration",
            "MutatingWebhookConfiguration");

    private Ranks() {}

    /** Say whether an object is ready as soon as it is written. */
    static boolean isReadyAtOnce(MapNode object) {
        return READY_AT_ONCE.contains(Objects.text(object, "kind"));
    }

    /** Give the rank of an object that comes or stays; the Job that makes credentials comes before those that read them. */
    static int of(MapNode object) {
        String kind = Objects.text(object, "kind");
        boolean credentials = kind.equals("Job") && Objects.label(object, NAME).equals(Manifests.CREDENTIALS);
        return credentials ? CREDENTIALS : BY_KIND.getOrDefault(kind, WORKLOADS + 5);
    }

    /** Give the rank of an object that goes: in reverse. */
    static int ofDeletion(MapNode object) {
        return DELETION + 100 - of(object);
    }
}
