package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.plan.Impact;
import java.util.List;
import java.util.Set;

/** Judges roles and their bindings: rights that are added harm nobody. */
final class AccessEffect {
    static final Set<String> KINDS =
            Set.of(KindName.ROLE, KindName.ROLE_BINDING, KindName.CLUSTER_ROLE, KindName.CLUSTER_ROLE_BINDING);

    private static final String LATER = "take rights away in a later release, when nothing that runs needs them";

    private AccessEffect() {}

    static Impact update(MapNode live, MapNode after) {
        return Said.worst(Changed.fields(live, after).stream()
                .map(field -> of(field, live, after))
                .toList());
    }

    private static Impact of(String field, MapNode live, MapNode after) {
        switch (field) {
            case "rules":
            case "subjects":
                List<Node> kept = Fields.list(after, field);
                return kept.containsAll(Fields.list(live, field))
                        ? Said.none(field + " are added")
                        : Said.perhapsOutage(field + " go: who needs them is refused", LATER);
            case "roleRef":
                return Said.perhapsOutage(
                        "roleRef cannot change in place", "a binding of another name, then delete this one");
            default:
                return Said.unknown(field);
        }
    }

    static Impact deletion() {
        return Said.perhapsOutage("who needs these rights is refused", LATER);
    }
}
