package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.k8s.effect.Needed;
import dev.davit.plan.Kept;
import dev.davit.plan.ObjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Say which members are no longer wanted, and which of them stay all the same.
 *
 * @param deletions what goes
 * @param kept what stays
 */
record Pruning(List<MapNode> deletions, List<Kept> kept) {
    private static final Map<String, String> STATEFUL = Map.of(
            "Namespace", "all that is in it would go with it",
            "CustomResourceDefinition.apiextensions.k8s.io", "all objects of its kind would go with it",
            "StatefulSet.apps", "its pods hold data",
            "PersistentVolumeClaim", "it holds data",
            "PersistentVolume", "it holds data");

    private static final Set<String> PODS = Set.of("Deployment.apps", "StatefulSet.apps", "DaemonSet.apps");

    private static final Map<String, String> KEEP = Map.of(
            "client.lifecycle.config.k8s.io/deletion", "detach",
            "cli-utils.sigs.k8s.io/on-remove", "keep",
            "davit.dev/on-remove", "keep");

    static Pruning of(Collection<MapNode> members, Set<ObjectKey> wanted, Set<String> uids, Set<String> permitted) {
        List<MapNode> deletions = new ArrayList<>();
        List<Kept> kept = new ArrayList<>();
        for (MapNode member : members) {
            ObjectKey key = Objects.key(member);
            boolean known = wanted.contains(key) || uids.contains(Objects.uid(member));
            // What a controller made goes with the object that controls it.
            if (known || Objects.controller(member).isPresent() || isLeaving(member)) {
                continue;
            }
            Optional<Kept> reason = reason(member, key, permitted);
            reason.ifPresentOrElse(kept::add, () -> deletions.add(member));
        }
        keepNeeded(members, deletions, kept, permitted);
        return new Pruning(deletions, kept);
    }

    /** Pods that stay must find what they need when they start again: what they need stays with them. */
    private static void keepNeeded(
            Collection<MapNode> members, List<MapNode> deletions, List<Kept> kept, Set<String> permitted) {
        Set<ObjectKey> stays = kept.stream().map(Kept::key).collect(Collectors.toSet());
        for (MapNode member : members) {
            ObjectKey key = Objects.key(member);
            if (stays.contains(key) && PODS.contains(key.kind())) {
                Set<ObjectKey> needed = Needed.by(member, deletions);
                needed.removeIf(it -> permitted.contains(it.toString()));
                needed.forEach(it ->
                        kept.add(new Kept(it, key + " stays, and its pods need it", "--allow-delete '" + key + "'")));
                deletions.removeIf(it -> needed.contains(Objects.key(it)));
            }
        }
    }

    private static Optional<Kept> reason(MapNode member, ObjectKey key, Set<String> permitted) {
        for (Map.Entry<String, String> mark : KEEP.entrySet()) {
            if (Objects.annotation(member, mark.getKey()).equals(mark.getValue())) {
                return Optional.of(new Kept(
                        key,
                        "its annotation " + mark.getKey() + " says " + mark.getValue(),
                        "take the annotation away"));
            }
        }
        return permitted.contains(key.toString())
                ? Optional.empty()
                : Optional.ofNullable(STATEFUL.get(key.kind()))
                        .map(why -> new Kept(key, why, "--allow-delete '" + key + "'"));
    }

    private static boolean isLeaving(MapNode member) {
        return !Objects.text(member, "metadata", "deletionTimestamp").isEmpty();
    }
}
