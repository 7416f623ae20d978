package dev.davit.k8s.cluster;

import java.util.List;
import java.util.function.Supplier;

/**
 * Know kinds that every server has which Davit works with, Kubernetes 1.27 and newer. A version that is generally available is not
 * removed within a major version of Kubernetes; each of these is the one that servers prefer.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/deprecation-policy/">deprecation policy, rule 4a</a>
 */
final class StableKinds {
    private static final List<Kind> ALL = List.of(
            of("", "v1", "ConfigMap", "configmaps"),
            of("", "v1", "PersistentVolumeClaim", "persistentvolumeclaims"),
            of("", "v1", "Pod", "pods"),
            of("", "v1", "Secret", "secrets"),
            of("", "v1", "Service", "services"),
            of("", "v1", "ServiceAccount", "serviceaccounts"),
            ofCluster("", "v1", "Namespace", "namespaces"),
            of("apps", "v1", "DaemonSet", "daemonsets"),
            of("apps", "v1", "Deployment", "deployments"),
            of("apps", "v1", "StatefulSet", "statefulsets"),
            of("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers"),
            of("batch", "v1", "CronJob", "cronjobs"),
            of("batch", "v1", "Job", "jobs"),
            of("networking.k8s.io", "v1", "Ingress", "ingresses"),
            of("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies"),
            of("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets"),
            of("rbac.authorization.k8s.io", "v1", "Role", "roles"),
            of("rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings"),
            ofCluster("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles"),
            ofCluster("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", "clusterrolebindings"));

    private StableKinds() {}

    static List<Kind> all() {
        return ALL;
    }

    /** Give them, and ask for all when another one is looked for. */
    static Kinds before(Supplier<Kinds> all) {
        return new Kinds(ALL, all);
    }

    private static Kind of(String group, String version, String kind, String plural) {
        return new Kind(group, version, kind, plural, true, true);
    }

    private static Kind ofCluster(String group, String version, String kind, String plural) {
        return new Kind(group, version, kind, plural, false, true);
    }
}
