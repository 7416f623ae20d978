package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Impact;
import java.util.Optional;

/** Judges a Deployment that changes. */
final class DeploymentEffect {
    private final MapNode live;
    private final MapNode after;
    private final ClusterFacts facts;

    DeploymentEffect(MapNode live, MapNode after, ClusterFacts facts) {
        this.live = live;
        this.after = after;
        this.facts = facts;
    }

    Impact impact() {
        return Said.worst(Changed.fields(live, after).stream().map(this::of).toList());
    }

    private Impact of(String field) {
        switch (field) {
            case "spec.template":
                return new Rollout(live, after, facts).impact();
            case "spec.replicas":
                return new Replicas(live, after, facts).impact();
            case "spec.paused":
                return paused();
            case "spec.selector":
                return Said.perhapsOutage(
                        "spec.selector cannot change in place",
                        "a new Deployment beside the old one, then delete the old");
            case "spec.strategy":
            case "spec.minReadySeconds":
            case "spec.progressDeadlineSeconds":
            case "spec.revisionHistoryLimit":
                return Said.none(field + " counts from the next rollout on");
            default:
                return Said.unknown(field);
        }
    }

    private Impact paused() {
        Optional<Long> held = Fields.number(live, "status", "unavailableReplicas");
        return Fields.isTrue(after, "spec", "paused")
                ? Said.none("spec.paused holds rollouts back from now on")
                : Said.perhapsRolling("spec.paused goes, and whatever it held back rolls out"
                        + held.map(it -> "; " + Said.many(it, "pod") + " not available now")
                                .orElse(""));
    }
}
