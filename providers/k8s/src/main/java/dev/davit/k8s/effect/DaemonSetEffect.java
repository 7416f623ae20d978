package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Impact;
import java.util.List;
import java.util.Optional;

/** Judges a DaemonSet that changes; its shares of nodes all round up. */
final class DaemonSetEffect {
    private final MapNode live;
    private final MapNode after;
    private final ClusterFacts facts;

    DaemonSetEffect(MapNode live, MapNode after, ClusterFacts facts) {
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
                return template();
            case "spec.selector":
                return Said.perhapsOutage(
                        "spec.selector cannot change in place", "a DaemonSet of another name, then delete this one");
            case "spec.updateStrategy":
            case "spec.minReadySeconds":
            case "spec.revisionHistoryLimit":
                return Said.none(field + " counts from the next rollout on");
            default:
                return Said.unknown(field);
        }
    }

    private Impact template() {
        MapNode strategy = Fields.map(after, "spec", "updateStrategy");
        if (Fields.text(strategy, "type").filter("OnDelete"::equals).isPresent()) {
            return Said.none(
                    "the pod template changes, and strategy OnDelete leaves each pod as it is until someone deletes it");
        }
        Optional<Long> nodes = Fields.number(live, "status", "desiredNumberScheduled");
        if (nodes.filter(it -> it == 0).isPresent()) {
            return Said.none("the pod template changes, and no pod runs");
        }
        PodTemplate old = PodTemplate.of(live);
        PodTemplate next = PodTemplate.of(after);
        long surge = RollingNumbers.up(Fields.word(strategy, "rollingUpdate", "maxSurge"), "0", nodes.orElse(1L));
        return surge > 0 && !next.hasHostPort()
                ? beside(old, next)
                : Rollout.lasting(
                        Said.restart(
                                "on each node the old pod stops before the new one starts"
                                        + (surge > 0 ? ": both want the same host port" : ""),
                                surge > 0
                                        ? "no host port"
                                        : "updateStrategy.rollingUpdate.maxSurge 1 with maxUnavailable 0"),
                        old,
                        next);
    }

    private Impact beside(PodTemplate old, PodTemplate next) {
        List<String> doubts = new Traffic(facts, Fields.namespace(live)).doubts(old, next);
        String reason = "the pod template changes: on each node the old pod serves until the new one is ready";
        return doubts.isEmpty()
                ? Said.rolling(reason)
                : Said.perhapsRolling(reason + "; but " + String.join("; ", doubts));
    }
}
