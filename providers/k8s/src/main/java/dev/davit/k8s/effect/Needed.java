package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.plan.ObjectKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Find what the pods of a workload need of other objects: who they are, what they read, how they are reached, and who keeps others
 * away from them. Pods that stay without it run on, and fail at their next start.
 */
public final class Needed {
    private final MapNode workload;
    private final PodTemplate pod;
    private final String namespace;

    private Needed(MapNode workload) {
        this.workload = workload;
        this.pod = PodTemplate.of(workload);
        this.namespace = Fields.namespace(workload);
    }

    /** Give those of some objects that a workload needs, as they are live. */
    public static Set<ObjectKey> by(MapNode workload, Collection<MapNode> objects) {
        Needed needed = new Needed(workload);
        Set<ObjectKey> keys = new LinkedHashSet<>();
        objects.stream().filter(needed::isNeeded).map(Fields::key).forEach(keys::add);
        objects.stream()
                .filter(role -> objects.stream().anyMatch(it -> keys.contains(Fields.key(it)) && isRoleOf(role, it)))
                .map(Fields::key)
                .forEach(keys::add);
        return keys;
    }

    private boolean isNeeded(MapNode object) {
        if (!Fields.namespace(object).equals(namespace)) {
            return isBinding(object) && bindsAccount(object);
        }
        return switch (KindName.of(object)) {
            case KindName.CONFIG_MAP, KindName.SECRET ->
                !new Readers(Fields.key(object)).ways(pod).isEmpty();
            case KindName.CLAIM -> pod.claims().contains(Fields.name(object));
            case KindName.SERVICE_ACCOUNT -> account().equals(Fields.name(object));
            case KindName.SERVICE ->
                Selection.byService(object, pod.labels())
                        || Fields.text(workload, "spec", "serviceName")
                                .filter(Fields.name(object)::equals)
                                .isPresent();
            case KindName.NETWORK_POLICY -> Selection.matches(Fields.map(object, "spec", "podSelector"), pod.labels());
            case KindName.DISRUPTION_BUDGET -> Selection.matches(Fields.map(object, "spec", "selector"), pod.labels());
            default -> isBinding(object) && bindsAccount(object);
        };
    }

    private String account() {
        return Fields.text(pod.spec(), "serviceAccountName").orElse("default");
    }

    private static boolean isBinding(MapNode object) {
        return Set.of(KindName.ROLE_BINDING, KindName.CLUSTER_ROLE_BINDING).contains(KindName.of(object));
    }

    private boolean bindsAccount(MapNode binding) {
        List<Node> subjects = Fields.list(binding, "subjects");
        return subjects.stream()
                .anyMatch(it -> is(it, "kind", "ServiceAccount")
                        && is(it, "name", account())
                        && Fields.text(it, "namespace")
                                .orElse(Fields.namespace(binding))
                                .equals(namespace));
    }

    private static boolean isRoleOf(MapNode role, MapNode binding) {
        return isBinding(binding)
                && KindName.of(role)
                        .equals(Fields.text(binding, "roleRef", "kind").orElse("") + ".rbac.authorization.k8s.io")
                && is(binding, "roleRef", "name", Fields.name(role))
                && (Fields.namespace(role).isEmpty() || Fields.namespace(role).equals(Fields.namespace(binding)));
    }

    private static boolean is(Node node, String key, String word) {
        return Fields.text(node, key).filter(word::equals).isPresent();
    }

    private static boolean is(Node node, String key, String below, String word) {
        return Fields.text(node, key, below).filter(word::equals).isPresent();
    }
}
