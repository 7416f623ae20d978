package dev.davit.k8s.effect;

import dev.davit.document.Node;
import java.util.Set;

/** Names kinds as {@link dev.davit.plan.ObjectKey} does: with the API group where there is one. */
final class KindName {
    static final String DEPLOYMENT = "Deployment.apps";
    static final String STATEFUL_SET = "StatefulSet.apps";
    static final String DAEMON_SET = "DaemonSet.apps";
    static final String REPLICA_SET = "ReplicaSet.apps";
    static final String JOB = "Job.batch";
    static final String CRON_JOB = "CronJob.batch";
    static final String POD = "Pod";
    static final String CONFIG_MAP = "ConfigMap";
    static final String SECRET = "Secret";
    static final String SERVICE = "Service";
    static final String SERVICE_ACCOUNT = "ServiceAccount";
    static final String CLAIM = "PersistentVolumeClaim";
    static final String VOLUME = "PersistentVolume";
    static final String STORAGE_CLASS = "StorageClass.storage.k8s.io";
    static final String NAMESPACE = "Namespace";
    static final String NODE = "Node";
    static final String QUOTA = "ResourceQuota";
    static final String LIMITS = "LimitRange";
    static final String DEFINITION = "CustomResourceDefinition.apiextensions.k8s.io";
    static final String INGRESS = "Ingress.networking.k8s.io";
    static final String ROUTE = "HTTPRoute.gateway.networking.k8s.io";
    static final String NETWORK_POLICY = "NetworkPolicy.networking.k8s.io";
    static final String DISRUPTION_BUDGET = "PodDisruptionBudget.policy";
    static final String AUTOSCALER = "HorizontalPodAutoscaler.autoscaling";
    static final String SCALED_OBJECT = "ScaledObject.keda.sh";
    static final String TRIGGER_AUTHENTICATION = "TriggerAuthentication.keda.sh";
    static final String ROLE = "Role.rbac.authorization.k8s.io";
    static final String ROLE_BINDING = "RoleBinding.rbac.authorization.k8s.io";
    static final String CLUSTER_ROLE = "ClusterRole.rbac.authorization.k8s.io";
    static final String CLUSTER_ROLE_BINDING = "ClusterRoleBinding.rbac.authorization.k8s.io";
    static final String PRIORITY_CLASS = "PriorityClass.scheduling.k8s.io";

    /** Those that keep pods running. */
    static final Set<String> WORKLOADS = Set.of(DEPLOYMENT, STATEFUL_SET, DAEMON_SET);

    private KindName() {}

    static String of(Node object) {
        String version = Fields.text(object, "apiVersion").orElse("");
        int slash = version.indexOf('/');
        String kind = Fields.text(object, "kind").orElse("");
        return slash < 0 ? kind : kind + "." + version.substring(0, slash);
    }
}
