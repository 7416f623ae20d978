package dev.davit.k8s.compare;

import dev.davit.k8s.compare.ManagedFields.Entry;
import dev.davit.k8s.ownership.LegacyManagers;
import java.util.Set;

/** Tell the managers of fields apart. */
final class Managers {
    /** Names us. */
    static final String DAVIT = "davit";

    private static final String HAND_OVER = "davit-handover";

    /** Parts of the cluster itself: what they write is their work, no drift. */
    private static final Set<String> CLUSTER = Set.of(
            "kube-apiserver",
            "kube-controller-manager",
            "kube-scheduler",
            "cloud-controller-manager",
            "kubelet",
            "clusterrole-aggregation-controller");

    private static final Path LAST_APPLIED = Path.of("metadata", "annotations", Noise.LAST_APPLIED);

    private Managers() {}

    static boolean isOurs(Entry entry) {
        return entry.manager().equals(DAVIT)
                && entry.apply()
                && entry.subresource().isEmpty();
    }

    /** Say whether an entry is of a tool that wrote the object and can hand it over. */
    static boolean isLegacy(Entry entry) {
        return entry.subresource().isEmpty()
                && (LegacyManagers.contains(entry.manager())
                        || !entry.apply() && entry.fields().contains(LAST_APPLIED));
    }

    /** Say whether an entry is of someone whose fields are worth a word. */
    static boolean isForeign(Entry entry) {
        boolean ours = entry.manager().equals(DAVIT) || entry.manager().equals(HAND_OVER);
        boolean object = entry.subresource().isEmpty() || entry.subresource().equals("scale");
        return !ours && object && !CLUSTER.contains(entry.manager());
    }

    static boolean isCluster(String manager) {
        return CLUSTER.contains(manager);
    }
}
