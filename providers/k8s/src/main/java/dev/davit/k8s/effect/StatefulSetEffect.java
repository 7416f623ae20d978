package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Evidence;
import dev.davit.plan.Impact;
import dev.davit.plan.Seconds;
import java.util.Optional;

/** Judges a StatefulSet that changes: each pod stops before the one that takes its name and its disks starts. */
final class StatefulSetEffect {
    private static final String STEPWISE =
            "a partition that is lowered pod by pod, with a look at each before the next";

    private final MapNode live;
    private final MapNode after;
    private final ClusterFacts facts;
    private final long replicas;

    StatefulSetEffect(MapNode live, MapNode after, ClusterFacts facts) {
        this.live = live;
        this.after = after;
        this.facts = facts;
        this.replicas = Math.min(Workload.replicas(live), Workload.replicas(after));
    }

    Impact impact() {
        return Said.worst(Changed.fields(live, after).stream().map(this::of).toList());
    }

    private Impact of(String field) {
        switch (field) {
            case "spec.template":
                return template();
            case "spec.replicas":
                return replicas();
            case "spec.updateStrategy":
                return strategy();
            case "spec.persistentVolumeClaimRetentionPolicy":
            case "spec.revisionHistoryLimit":
            case "spec.minReadySeconds":
            case "spec.ordinals":
                return field.equals("spec.ordinals")
                        ? Said.perhapsOutage(
                                "spec.ordinals renames pods: those of other numbers go", "keep the numbers")
                        : Said.none(field + " touches no running pod");
            default:
                return Said.perhapsOutage(
                        field + " cannot change in place",
                        "delete the set, leave its pods running, and create it anew");
        }
    }

    /** Judges another pod template. */
    Impact template() {
        MapNode strategy = Fields.map(after, "spec", "updateStrategy");
        if (Fields.text(strategy, "type").filter("OnDelete"::equals).isPresent()) {
            return Said.none(
                    "the pod template changes, and strategy OnDelete leaves each pod as it is until someone deletes it");
        }
        long moved =
                replicas - Fields.number(strategy, "rollingUpdate", "partition").orElse(0L);
        if (moved <= 0) {
            return Said.none(
                    replicas == 0
                            ? "the pod template changes, and no pod runs"
                            : "the pod template changes, and partition leaves all " + replicas + " pods as they are");
        }
        PodTemplate old = PodTemplate.of(live);
        PodTemplate next = PodTemplate.of(after);
        Optional<String> lack = new Room(facts, Fields.namespace(live)).lackInQuota(next, 1, old, 1);
        return lack.isPresent()
                ? Said.outage(
                        "each pod stops first, and " + lack.get() + " for the one that follows it",
                        "raise the quota first")
                : serial(moved, new Pace(old).gapBefore(new Pace(next)));
    }

    private Impact serial(long moved, Seconds gap) {
        if (replicas == 1) {
            return Said.restart(
                            "its only pod stops before the next starts",
                            "several replicas, if the application copies its data between them")
                    .lasting(gap.least(), gap.most());
        }
        Seconds all = Pace.times(moved, gap);
        return Said.perhapsRestart(
                        Said.many(moved, "pod") + " of " + replicas + " restart one at a time, from "
                                + Fields.name(live) + "-" + (replicas - 1)
                                + " down; whether the others can stand in is up to the application",
                        STEPWISE)
                .lasting(gap.least(), all.most());
    }

    private Impact replicas() {
        Impact impact = new Replicas(live, after, facts).impact();
        long gone = Workload.replicas(live) - Workload.replicas(after);
        if (gone > 0 && StatefulClaims.deletes(after, "whenScaled") && StatefulClaims.has(live)) {
            return impact.or(Said.dataLoss(
                    Evidence.DOCUMENTED,
                    Said.many(gone, "pod") + " of " + Workload.replicas(live)
                            + " go with their claims: persistentVolumeClaimRetentionPolicy.whenScaled is Delete",
                    "whenScaled: Retain"));
        }
        return impact;
    }

    private Impact strategy() {
        boolean held = Fields.number(live, "spec", "updateStrategy", "rollingUpdate", "partition")
                                .orElse(0L)
                        > 0
                || Fields.text(live, "spec", "updateStrategy", "type")
                        .filter("OnDelete"::equals)
                        .isPresent();
        return held
                ? Said.perhapsRestart(
                        "spec.updateStrategy no longer holds back what it held back: such pods restart", STEPWISE)
                : Said.none("spec.updateStrategy counts from the next rollout on");
    }
}
