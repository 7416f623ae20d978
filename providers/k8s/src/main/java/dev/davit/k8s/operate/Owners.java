package dev.davit.k8s.operate;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.k8s.ownership.LegacyManagers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads who owns which fields of an object ({@code metadata.managedFields}). */
record Owners(List<Live> entries) {
    static Owners of(Live live) {
        return new Owners(live.maps("metadata", "managedFields").toList());
    }

    /** Gives the entries with all that legacy tools own in a manager's hand; empty if they own nothing. */
    Optional<ListNode> adoptedBy(String manager) {
        List<Live> legacy = entries.stream().filter(Owners::isLegacy).toList();
        if (legacy.isEmpty()) {
            return Optional.empty();
        }
        Optional<Live> ours = entries.stream().filter(it -> isOurs(it, manager)).findFirst();
        MapNode merged = ours.orElse(legacy.get(0)).tree().copy();
        merged.put("manager", manager).put("operation", "Apply");
        MapNode fields = merged.getMap("fieldsV1").orElseGet(() -> merged.map("fieldsV1", null));
        legacy.forEach(it -> it.map("fieldsV1").ifPresent(more -> union(fields, more)));
        ListNode all = new ListNode(null).add(merged);
        entries.stream().filter(it -> !isLegacy(it) && !isOurs(it, manager)).forEach(it -> all.add(it.tree()));
        return Optional.of(all);
    }

    /** Gives the entries with what a manager applied recorded for another version of the kind, as it is. */
    ListNode movedTo(String apiVersion, String manager) {
        ListNode all = new ListNode(null);
        entries.forEach(
                it -> all.add(isOurs(it, manager) ? it.tree().copy().put("apiVersion", apiVersion) : it.tree()));
        return all;
    }

    private static boolean isOurs(Live entry, String manager) {
        return entry.text("operation").filter("Apply"::equals).isPresent()
                && entry.text("manager").filter(manager::equals).isPresent()
                && isWhole(entry);
    }

    private static boolean isLegacy(Live entry) {
        boolean named = entry.text("manager").filter(LegacyManagers::contains).isPresent();
        return isWhole(entry) && (named || hasLastApplied(entry));
    }

    private static boolean hasLastApplied(Live entry) {
        return entry.map(
                                "fieldsV1",
                                "f:metadata",
                                "f:annotations",
                                "f:kubectl.kubernetes.io/last-applied-configuration")
                        .isPresent()
                && entry.text("operation").filter("Update"::equals).isPresent();
    }

    /** Entries of subresources, such as status and scale, belong to controllers. */
    private static boolean isWhole(Live entry) {
        return entry.text("subresource").filter(it -> !it.isEmpty()).isEmpty();
    }

    /** Field sets are maps of maps: all that is in one of them is in both together. */
    private static void union(MapNode into, MapNode more) {
        for (Map.Entry<String, Node> entry : more.entries().entrySet()) {
            Optional<MapNode> there = into.getMap(entry.getKey());
            if (there.isPresent() && entry.getValue() instanceof MapNode below) {
                union(there.get(), below);
            } else if (there.isEmpty()) {
                into.put(entry.getKey(), entry.getValue().copy());
            }
        }
    }
}
