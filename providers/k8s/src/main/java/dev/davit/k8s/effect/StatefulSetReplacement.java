package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Impact;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a StatefulSet anew around its running pods: deleted alone, then created under the same name, it adopts them. */
final class StatefulSetReplacement {
    private final Immutable change;
    private final ClusterFacts facts;
    private final MapNode live;
    private final MapNode after;
    private final List<Step> growth = new ArrayList<>();
    private boolean unsure;

    StatefulSetReplacement(Immutable change, ClusterFacts facts) {
        this.change = change;
        this.facts = facts;
        this.live = change.live();
        this.after = change.after();
    }

    Replacement plan() {
        Set<String> others = new LinkedHashSet<>(ImmutableFields.changed(live, after));
        others.removeAll(Set.of("spec.volumeClaimTemplates", "spec.serviceName", "spec.podManagementPolicy"));
        if (!others.isEmpty()) {
            return change.refused(
                    "a new set would not find the running pods, or not take them",
                    "add a StatefulSet of another name, move the data, then take this one out");
        }
        if (StatefulClaims.deletes(live, "whenDeleted")) {
            return change.refused(
                    "persistentVolumeClaimRetentionPolicy.whenDeleted is Delete, and the set must be deleted for a moment",
                    "set whenDeleted: Retain in a release before");
        }
        return disks().orElseGet(this::around);
    }

    private Optional<Replacement> disks() {
        Map<String, MapNode> before = StatefulClaims.templates(live);
        for (Map.Entry<String, MapNode> next : StatefulClaims.templates(after).entrySet()) {
            MapNode now = before.get(next.getKey());
            Optional<Replacement> refusal = now == null ? added() : disk(next.getKey(), now, next.getValue());
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Optional<Replacement> added() {
        return templateChanges()
                ? Optional.empty()
                : Optional.of(change.refused(
                        "a claim is added that no container mounts, so no pod would get it",
                        "mount it in the same release"));
    }

    private Optional<Replacement> disk(String name, MapNode now, MapNode next) {
        if (!ImmutableFields.isSame(now, next)) {
            return Optional.of(change.refused(
                    "claim " + name + " would be of another kind, and the disks that there are stay what they are",
                    "add a claim template of another name, and copy the data"));
        }
        int size = ImmutableFields.size(now, next);
        if (size < 0) {
            return Optional.of(change.refused(
                    "claim " + name + " would shrink, and no disk does",
                    "add a claim template of another name, and copy the data"));
        }
        return size == 0 ? Optional.empty() : grow(name, next);
    }

    private Optional<Replacement> grow(String name, MapNode next) {
        if (!facts.knows(KindName.CLAIM)) {
            return Optional.of(change.refused(
                    "which claims there are is not known, so none can grow",
                    "get the right to list PersistentVolumeClaims"));
        }
        for (MapNode claim : StatefulClaims.live(live, name, facts)) {
            Optional<Boolean> grows =
                    ClaimEffect.storageClass(claim, facts).map(it -> Fields.isTrue(it, "allowVolumeExpansion"));
            if (grows.equals(Optional.of(false))) {
                return Optional.of(change.refused(
                        "the storage class of claim " + Fields.name(claim) + " lets no disk grow",
                        "set allowVolumeExpansion: true in the class, if its driver can"));
            }
            unsure |= grows.isEmpty();
            if (ImmutableFields.size(claim, next) > 0) {
                growth.add(patch(claim, next));
            }
        }
        return Optional.empty();
    }

    private static Step patch(MapNode claim, MapNode next) {
        ObjectKey key = new ObjectKey(KindName.CLAIM, Fields.namespace(claim), Fields.name(claim));
        String size =
                Fields.word(next, "spec", "resources", "requests", "storage").orElseThrow();
        MapNode body = Calls.named(key, "v1", "PersistentVolumeClaim");
        body.map("spec", null).map("resources", null).map("requests", null).put("storage", size);
        return Calls.patch(body, claim, "grow " + key + " to " + size);
    }

    private Replacement around() {
        List<Step> steps = new ArrayList<>(growth);
        steps.add(Calls.deleteAround(change.key(), live));
        steps.add(Calls.apply(change.wanted(), Optional.empty(), "create " + change.key() + " anew around its pods"));
        return new Replacement.Planned(steps, impact(), Set.of());
    }

    private boolean templateChanges() {
        return Changed.fields(live, after).contains("spec.template");
    }

    private Impact impact() {
        String reason = change.fields() + " cannot change in place: the set is made anew around its running pods";
        Impact impact = unsure
                ? Said.perhapsRolling(reason + "; whether its disks can grow is not known")
                : Said.none(reason + (growth.isEmpty() ? "" : ", and its disks grow while they are in use"));
        if (templateChanges()) {
            impact = impact.or(new StatefulSetEffect(live, after, facts).template());
        }
        return ImmutableFields.changed(live, after).contains("spec.serviceName") ? impact.or(names()) : impact;
    }

    private Impact names() {
        return Said.perhapsOutage(
                "pods keep their names under Service "
                        + Fields.text(live, "spec", "serviceName").orElse("")
                        + " until they restart; those under the new one resolve only then",
                "call the set by a Service of its own, not pod by pod, and keep the old Service until all have restarted");
    }
}
