package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names the fields that the server is known not to change in place. It only explains: whether a change is refused, the server
 * says, and where it refuses more than this, the object is replaced all the same.
 *
 * <p>Source: kubernetes/kubernetes, {@code Validate*Update} in pkg/apis.
 */
final class ImmutableFields {
    private static final Set<String> OF_JOB = Set.of(
            "spec.selector",
            "spec.template",
            "spec.completions",
            "spec.completionMode",
            "spec.podFailurePolicy",
            "spec.successPolicy",
            "spec.backoffLimitPerIndex",
            "spec.managedBy");
    private static final Set<String> OF_SERVICE =
            Set.of("spec.clusterIP", "spec.clusterIPs", "spec.ipFamilies", "spec.loadBalancerClass");
    private static final Set<String> CLASS = Set.of("provisioner", "parameters", "reclaimPolicy", "volumeBindingMode");
    private static final Set<String> CONTENT = Set.of("data", "binaryData", "stringData", "immutable");
    private static final Map<String, Set<String>> ALWAYS = Map.ofEntries(
            Map.entry(KindName.DEPLOYMENT, Set.of("spec.selector")),
            Map.entry(KindName.DAEMON_SET, Set.of("spec.selector")),
            Map.entry(KindName.REPLICA_SET, Set.of("spec.selector")),
            Map.entry(KindName.JOB, OF_JOB),
            Map.entry(KindName.SERVICE, OF_SERVICE),
            Map.entry(KindName.SECRET, Set.of("type")),
            Map.entry(KindName.ROLE_BINDING, Set.of("roleRef")),
            Map.entry(KindName.CLUSTER_ROLE_BINDING, Set.of("roleRef")),
            Map.entry(KindName.STORAGE_CLASS, CLASS),
            Map.entry(KindName.PRIORITY_CLASS, Set.of("value")),
            Map.entry(KindName.DEFINITION, Set.of("spec.scope")));
    private static final Set<String> FREE_OF_SET = Set.of(
            "spec.replicas",
            "spec.ordinals",
            "spec.template",
            "spec.updateStrategy",
            "spec.revisionHistoryLimit",
            "spec.persistentVolumeClaimRetentionPolicy",
            "spec.minReadySeconds");

    private ImmutableFields() {}

    /** Gives those that differ, in order; none where the server refuses for a reason of its own. */
    static List<String> changed(MapNode live, MapNode after) {
        String kind = KindName.of(live);
        Stream<String> changed = Changed.fields(live, after).stream();
        switch (kind) {
            case KindName.STATEFUL_SET:
                return changed.filter(it -> !FREE_OF_SET.contains(it))
                        .filter(it -> !it.equals("spec.volumeClaimTemplates") || !sameTemplates(live, after))
                        .toList();
            case KindName.CLAIM:
                return changed.filter(it -> !it.equals("spec.volumeAttributesClassName"))
                        .filter(it -> !it.equals("spec.resources")
                                || ClaimEffect.storage(after).compareTo(ClaimEffect.storage(live)) < 0)
                        .toList();
            default:
                boolean sealed = Fields.isTrue(live, "immutable");
                return changed.filter(it ->
                                ALWAYS.getOrDefault(kind, Set.of()).contains(it) || sealed && CONTENT.contains(it))
                        .toList();
        }
    }

    /** What a definition leaves out of a claim, the server fills in. */
    private static boolean sameTemplates(MapNode live, MapNode after) {
        Map<String, MapNode> before = StatefulClaims.templates(live);
        Map<String, MapNode> next = StatefulClaims.templates(after);
        return before.keySet().equals(next.keySet())
                && before.keySet().stream()
                        .allMatch(name -> isSame(before.get(name), next.get(name))
                                && size(before.get(name), next.get(name)) == 0);
    }

    /** Says whether two claims are the same but for their size. */
    static boolean isSame(MapNode before, MapNode next) {
        return Objects.equals(Fields.texts(before, "spec", "accessModes"), Fields.texts(next, "spec", "accessModes"))
                && Stream.of("storageClassName", "volumeMode", "volumeName")
                        .allMatch(it -> Fields.text(next, "spec", it).isEmpty()
                                || Fields.text(next, "spec", it).equals(Fields.text(before, "spec", it)));
    }

    /** Compares sizes: above 0 where the claim grows. */
    static int size(MapNode before, MapNode next) {
        BigDecimal now = ClaimEffect.storage(before);
        return ClaimEffect.storage(next).compareTo(now);
    }
}
