package dev.davit.k8s.effect;

import java.util.Set;

/** Knows the kinds whose effects are judged; with any other, what its controller does is not known. */
final class KnownKinds {
    /** Those that no running pod feels in any way. */
    static final Set<String> SILENT = Set.of(
            KindName.DISRUPTION_BUDGET,
            KindName.SERVICE_ACCOUNT,
            KindName.QUOTA,
            KindName.LIMITS,
            KindName.NAMESPACE,
            KindName.TRIGGER_AUTHENTICATION,
            KindName.PRIORITY_CLASS,
            KindName.STORAGE_CLASS);

    private static final Set<String> JUDGED = Set.of(
            KindName.DEPLOYMENT,
            KindName.STATEFUL_SET,
            KindName.DAEMON_SET,
            KindName.REPLICA_SET,
            KindName.JOB,
            KindName.CRON_JOB,
            KindName.POD,
            KindName.CONFIG_MAP,
            KindName.SECRET,
            KindName.SERVICE,
            KindName.CLAIM,
            KindName.VOLUME,
            KindName.DEFINITION,
            KindName.INGRESS,
            KindName.ROUTE,
            KindName.NETWORK_POLICY,
            KindName.AUTOSCALER,
            KindName.SCALED_OBJECT);

    private KnownKinds() {}

    static boolean has(String kind) {
        return JUDGED.contains(kind) || SILENT.contains(kind) || AccessEffect.KINDS.contains(kind);
    }
}
