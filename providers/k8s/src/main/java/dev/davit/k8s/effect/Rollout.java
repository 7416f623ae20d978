package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Impact;
import dev.davit.plan.Seconds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges how a Deployment goes from one pod template to another. */
final class Rollout {
    private final ClusterFacts facts;
    private final MapNode after;
    private final PodTemplate old;
    private final PodTemplate next;
    private final long replicas;
    private final RollingNumbers numbers;
    private final Room room;
    private final String namespace;

    Rollout(MapNode live, MapNode after, ClusterFacts facts) {
        this.facts = facts;
        this.after = after;
        this.old = PodTemplate.of(live);
        this.next = PodTemplate.of(after);
        this.replicas = Fields.number(after, "spec", "replicas").orElse(Workload.replicas(live));
        this.numbers = RollingNumbers.of(Fields.map(after, "spec", "strategy"), replicas);
        this.namespace = Fields.namespace(live);
        this.room = new Room(facts, namespace);
    }

    Impact impact() {
        if (replicas == 0) {
            return Said.none("the pod template changes, and no pod runs");
        }
        if (Fields.isTrue(after, "spec", "paused")) {
            return Said.none("the pod template changes, and spec.paused holds it back until someone resumes it");
        }
        return Fields.text(after, "spec", "strategy", "type")
                        .filter("Recreate"::equals)
                        .isPresent()
                ? recreate()
                : rolling();
    }

    private Impact recreate() {
        Optional<String> lack = room.lackInQuota(next, replicas, old, replicas);
        if (lack.isPresent()) {
            return Said.outage(
                    "strategy Recreate stops all pods, and " + lack.get() + " for the new ones",
                    "raise the quota first");
        }
        boolean bound = claims().anyMatch(claim -> !modes(claim).contains("ReadWriteMany"));
        return gap(Said.restart(
                "strategy Recreate: all old pods stop before a new one starts",
                bound
                        ? "a disk that several pods can mount (ReadWriteMany), and strategy RollingUpdate"
                        : "strategy RollingUpdate, if two versions may run side by side"));
    }

    private Impact rolling() {
        // What holds a disk decides before numbers do: the advice for numbers would lead into its deadlock.
        List<Impact> impacts =
                new ArrayList<>(claims().flatMap(claim -> claim(claim).stream()).toList());
        if (impacts.isEmpty()) {
            impacts.add(base());
        }
        if (numbers.surge() > 0) {
            lack().ifPresent(impacts::add);
        }
        return Said.worst(impacts);
    }

    private Impact base() {
        if (numbers.mayEmpty()) {
            return gap(Said.restart(emptied(), unemptied()));
        }
        List<String> doubts = doubts();
        String reason = "the pod template changes: "
                + (numbers.unavailable() == 0
                        ? "old pods serve until new ones are ready, " + numbers.surge() + " more at a time"
                        : numbers.unavailable() + " of " + replicas + " pods may stop before new ones are ready");
        return doubts.isEmpty()
                ? Said.rolling(reason)
                : Said.perhapsRolling(reason + "; but " + String.join("; ", doubts));
    }

    private String emptied() {
        return replicas == 1
                ? "its only pod may stop before the next is ready: maxSurge is " + numbers.surge()
                        + " and maxUnavailable 1"
                : "all " + replicas + " pods may stop before a new one is ready: maxUnavailable is "
                        + numbers.unavailable();
    }

    private String unemptied() {
        if (numbers.surge() > 0) {
            return "maxUnavailable 0";
        }
        return Room.device(next).isPresent()
                ? "2 replicas; or maxSurge 1 with maxUnavailable 0, where "
                        + Room.device(next).get() + " is free"
                : "maxSurge 1 with maxUnavailable 0, or 2 replicas";
    }

    private List<String> doubts() {
        List<String> doubts = new ArrayList<>(new Traffic(facts, namespace).doubts(old, next));
        long deadline = Fields.number(after, "spec", "progressDeadlineSeconds").orElse(600L);
        boolean probed = next.containers().stream()
                .anyMatch(it -> Fields.at(it, "startupProbe").isPresent());
        if (probed && new Pace(next).start().most() > deadline) {
            doubts.add("its probes allow " + new Pace(next).start().most() + " s to start, and after " + deadline
                    + " s (progressDeadlineSeconds) it counts as failed");
        }
        next.claims().stream()
                .filter(claim -> !old.claims().contains(claim) && !isShared(modes(claim)))
                .map(claim -> "only one pod at a time can be sure to get claim " + claim
                        + ", now and in each rollout to come")
                .forEach(doubts::add);
        if (numbers.surge() > 0 && !room.knowsQuotas()) {
            doubts.add("whether a quota has room for one more pod is not known");
        }
        return doubts;
    }

    /** Gives the claims that a new pod wants while an old one holds them. */
    private Stream<String> claims() {
        Set<String> both = new LinkedHashSet<>(old.claims());
        both.retainAll(next.claims());
        return both.stream();
    }

    private List<String> modes(String claim) {
        return Stream.concat(
                        facts.live(KindName.CLAIM, namespace).stream(),
                        facts.predicted(KindName.CLAIM, namespace).stream())
                .filter(it -> Fields.name(it).equals(claim))
                .findFirst()
                .map(it -> Fields.texts(it, "spec", "accessModes"))
                .orElse(List.of());
    }

    private static boolean isShared(List<String> modes) {
        return modes.contains("ReadWriteMany") || modes.contains("ReadOnlyMany");
    }

    private Optional<Impact> claim(String claim) {
        List<String> modes = modes(claim);
        if (isShared(modes)) {
            return Optional.empty();
        }
        String avoid = "strategy Recreate, a StatefulSet, or a claim that is ReadWriteMany";
        if (modes.isEmpty()) {
            return Optional.of(gap(
                    Said.perhapsRestart("whether two pods can hold claim " + claim + " at once is not known", avoid)));
        }
        boolean single = modes.equals(List.of("ReadWriteOncePod"));
        if (numbers.unavailable() > 0) {
            return Optional.of(gap(Said.restart(
                    "claim " + claim + " (" + modes.get(0)
                            + ") is held by old pods: a new one starts when they are gone",
                    avoid)));
        }
        String reason = "deadlock: claim " + claim + " (" + modes.get(0)
                + ") is held by an old pod, which maxUnavailable 0" + " keeps until a new one is ready";
        return Optional.of(gap(
                single
                        ? Said.restart(reason, avoid)
                        : Said.perhapsRestart(reason + "; it ends only if both are on one node", avoid)));
    }

    private Optional<Impact> lack() {
        Optional<MapNode> neighbour =
                next.isOnePerNode() ? Optional.of(Fields.map(after, "spec", "selector")) : Optional.empty();
        return room.lackInQuota(next, 1, old, 0)
                .map(this::stuck)
                .or(() -> room.lackOnNodes(next, neighbour).map(this::stuckUnlessGrowing))
                .or(() -> unknownRoom(neighbour.isPresent()));
    }

    private Impact stuckUnlessGrowing(String lack) {
        return room.mayGrow(next) && numbers.unavailable() == 0
                ? Said.perhapsRolling(
                        lack + ": old pods serve until a node is added; if none is, the rollout stops there")
                : stuck(lack);
    }

    private Impact stuck(String lack) {
        if (numbers.unavailable() > 0 && !numbers.mayEmpty()) {
            return Said.perhapsRolling(
                    lack + ": " + numbers.unavailable() + " of " + replicas + " pods stop before new ones start");
        }
        String avoid = replicas > 1
                ? "room for one more pod, or maxSurge 0 with maxUnavailable 1"
                : "room for one more pod, or 2 replicas with maxSurge 0 and maxUnavailable 1";
        String why = numbers.unavailable() > 0
                ? ", so the old pods stop first"
                : ", and maxUnavailable 0 stops no old one to make room";
        return gap(Said.restart((numbers.unavailable() > 0 ? "" : "deadlock: ") + lack + why, avoid));
    }

    /** Devices are scarce: where nobody looked, the worse is likely. */
    private Optional<Impact> unknownRoom(boolean onePerNode) {
        Optional<String> scarce =
                Room.device(next).or(() -> onePerNode ? Optional.of("a node of its own") : Optional.empty());
        return scarce.filter(it -> !room.knowsNodes() && numbers.unavailable() == 0)
                .map(it -> gap(Said.perhapsRestart(
                        "whether " + it
                                + " is free for one more pod is not known: if not, nothing moves until an old pod"
                                + " is stopped",
                        "rights to list nodes and pods, or maxSurge 0 with maxUnavailable 1 and 2 replicas")));
    }

    private Impact gap(Impact impact) {
        return lasting(impact, old, next);
    }

    static Impact lasting(Impact impact, PodTemplate old, PodTemplate next) {
        Seconds gap = new Pace(old).gapBefore(new Pace(next));
        return impact.lasting(gap.least(), gap.most());
    }
}
