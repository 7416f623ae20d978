package dev.davit.k8s.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.NodeDigest;
import dev.davit.plan.FieldChange;
import dev.davit.plan.Fingerprint;
import java.util.List;
import java.util.Optional;

/** Name contents by their digest. */
final class Digests {
    private Digests() {}

    /**
     * Fingerprint a change of a live object. Of a Secret only its version counts: a digest of a short value would give it away, and
     * the labels that stand for values do not tell two values of two days apart.
     */
    static Fingerprint of(MapNode live, List<FieldChange> fields) {
        MapNode all = new MapNode(null);
        ListNode list = all.list("fields", null);
        fields.stream().filter(FieldChange::isOurs).forEach(it -> list.add(node(it)));
        if (Objects.kind(live).equals("Secret")) {
            all.put("version", Objects.version(live));
        }
        return new Fingerprint(Objects.uid(live), Objects.version(live), NodeDigest.of(all));
    }

    private static MapNode node(FieldChange field) {
        return new MapNode(null)
                .put("path", field.path())
                .put("before", Optional.of(field.before()).flatMap(it -> it), null)
                .put("after", Optional.of(field.after()).flatMap(it -> it), null);
    }
}
