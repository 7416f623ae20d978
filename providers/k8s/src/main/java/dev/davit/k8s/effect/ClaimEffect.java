package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Evidence;
import dev.davit.plan.Impact;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Judges claims on disks. */
final class ClaimEffect {
    private final MapNode live;
    private final ClusterFacts facts;

    ClaimEffect(MapNode live, ClusterFacts facts) {
        this.live = live;
        this.facts = facts;
    }

    Impact update(MapNode after) {
        return Said.worst(Changed.fields(live, after).stream()
                .map(field -> of(field, after))
                .toList());
    }

    private Impact of(String field, MapNode after) {
        if (field.equals("spec.resources")) {
            return storage(live).compareTo(storage(after)) <= 0
                    ? Said.none("the disk grows while it is in use; it cannot shrink again")
                    : Said.perhapsOutage("a disk cannot shrink", "a new claim, and a copy of the data");
        }
        return field.equals("spec.volumeAttributesClassName")
                ? Said.perhapsRolling("the disk changes its class of service while it is in use")
                : Said.perhapsOutage(field + " cannot change in place", "a new claim, and a copy of the data");
    }

    static BigDecimal storage(MapNode claim) {
        return Amount.map(claim, "spec", "resources", "requests").getOrDefault("storage", BigDecimal.ZERO);
    }

    Impact deletion() {
        Optional<String> volume = Fields.text(live, "spec", "volumeName").filter(it -> !it.isEmpty());
        if (volume.isEmpty()
                && Fields.text(live, "status", "phase")
                        .filter("Pending"::equals)
                        .isPresent()) {
            return Said.none("no disk was ever bound to it");
        }
        Optional<String> reclaim = reclaim(volume);
        String avoid = "keep the claim; or a snapshot first, and reclaim policy Retain on its volume";
        if (reclaim.isEmpty()) {
            return Said.dataLoss(
                    Evidence.ASSUMED,
                    "what becomes of its disk is not known: most classes delete it with the claim",
                    avoid);
        }
        return reclaim.get().equals("Retain")
                ? Said.outage(
                        "the disk is kept, and nothing can use it until someone binds it by hand", "keep the claim")
                : Said.dataLoss(
                        Evidence.DOCUMENTED,
                        "the disk is deleted with the claim: reclaim policy " + reclaim.get(),
                        avoid);
    }

    /** Gives the policy of its volume; of its class, where the volume is not known. */
    private Optional<String> reclaim(Optional<String> volume) {
        return volume.flatMap(name -> facts.all(KindName.VOLUME).orElse(List.of()).stream()
                        .filter(it -> Fields.name(it).equals(name))
                        .findFirst()
                        .flatMap(it -> Fields.text(it, "spec", "persistentVolumeReclaimPolicy")))
                .or(() -> storageClass(live, facts)
                        .map(it -> Fields.text(it, "reclaimPolicy").orElse("Delete")));
    }

    /** Gives the storage class of a claim, if it is known. */
    static Optional<MapNode> storageClass(MapNode claim, ClusterFacts facts) {
        return Fields.text(claim, "spec", "storageClassName")
                .flatMap(name -> facts.all(KindName.STORAGE_CLASS).orElse(List.of()).stream()
                        .filter(it -> Fields.name(it).equals(name))
                        .findFirst());
    }
}
