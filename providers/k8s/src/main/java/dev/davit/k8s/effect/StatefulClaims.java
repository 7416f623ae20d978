package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the claims that a StatefulSet makes for its pods. */
final class StatefulClaims {
    private StatefulClaims() {}

    static boolean has(Node set) {
        return !Fields.list(set, "spec", "volumeClaimTemplates").isEmpty();
    }

    /** Says whether claims go: {@code whenDeleted} with the set, {@code whenScaled} with a pod. */
    static boolean deletes(Node set, String when) {
        return Fields.text(set, "spec", "persistentVolumeClaimRetentionPolicy", when)
                .filter("Delete"::equals)
                .isPresent();
    }

    /** Gives the templates by name. */
    static Map<String, MapNode> templates(Node set) {
        Map<String, MapNode> templates = new LinkedHashMap<>();
        Fields.list(set, "spec", "volumeClaimTemplates").forEach(it -> templates.put(Fields.name(it), Fields.map(it)));
        return templates;
    }

    /** Gives the live claims of a template: {@code <template>-<set>-<number>}. */
    static List<MapNode> live(Node set, String template, ClusterFacts facts) {
        String prefix = template + "-" + Fields.name(set) + "-";
        return facts.live(KindName.CLAIM, Fields.namespace(set)).stream()
                .filter(it -> Fields.name(it).startsWith(prefix)
                        && Fields.name(it).substring(prefix.length()).matches("[0-9]{1,9}"))
                .toList();
    }
}
