package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Impact;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Judges an HTTPRoute that changes. */
final class RouteEffect {
    private RouteEffect() {}

    static Impact update(MapNode live, MapNode after) {
        return Said.worst(Changed.fields(live, after).stream()
                .map(field -> of(field, live, after))
                .toList());
    }

    private static Impact of(String field, MapNode live, MapNode after) {
        Set<String> gone = new TreeSet<>(Fields.texts(live, "spec", "hostnames"));
        gone.removeAll(Fields.texts(after, "spec", "hostnames"));
        boolean all = Fields.texts(after, "spec", "hostnames").isEmpty();
        if (field.equals("spec.hostnames") && !gone.isEmpty() && !all) {
            return Said.outage(
                    Said.list(List.copyOf(gone)) + " is no longer served", "keep it until nobody asks for it any more");
        }
        return field.equals("spec.parentRefs")
                ? Said.perhapsOutage("spec.parentRefs moves it to another gateway", "add the new gateway first")
                : Said.perhapsRolling(field + " changes where new requests go");
    }
}
