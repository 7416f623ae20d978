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

/**
 * Replaces a Deployment whose selector changes, without a gap: the new one stands beside the old and is ready first; Services
 * that would lose the old pods move only then; autoscalers aim at the new one; the old one goes last, by its uid.
 *
 * <p>Refused: deleting the old one and leaving its pods to a new one of the same name. Another Deployment may adopt the
 * orphans (kubernetes/kubernetes#136324).
 */
final class DeploymentReplacement {
    private final Immutable change;
    private final List<MapNode> stack;
    private final ClusterFacts facts;
    private final ObjectKey key;
    private final PodTemplate old;
    private final PodTemplate next;
    private final MapNode successor;
    private final Optional<MapNode> standing;
    private final Set<ObjectKey> carried = new LinkedHashSet<>();

    DeploymentReplacement(Immutable change, List<MapNode> stack, ClusterFacts facts) {
        this.change = change;
        this.stack = stack;
        this.facts = facts;
        this.key = change.key();
        this.old = PodTemplate.of(change.live());
        this.next = PodTemplate.of(change.after());
        this.successor = LogicalNames.successor(change.wanted());
        this.standing = facts.live(Fields.key(successor));
    }

    Replacement plan() {
        return apart().orElseGet(this::beside);
    }

    /** Says why both cannot stand beside each other, with the other way. */
    private Optional<Replacement> apart() {
        return reason().map(why -> {
            String instead = lack().isPresent() ? "make room for both, or keep the selector" : "keep the selector";
            Impact gap = Rollout.lasting(Said.outage("deleted, then made anew: " + why, instead), old, next);
            return change.anew(why, gap, instead);
        });
    }

    private Optional<String> reason() {
        if (!ImmutableFields.changed(change.live(), change.after()).equals(List.of("spec.selector"))) {
            return Optional.of("the server does not say what cannot change, and a second one may be refused, too");
        }
        if (Fields.text(change.after(), "spec", "strategy", "type")
                .filter("Recreate"::equals)
                .isPresent()) {
            return Optional.of("strategy Recreate forbids that two versions run side by side");
        }
        Set<String> claims = new LinkedHashSet<>(old.claims());
        claims.retainAll(next.claims());
        claims.removeIf(this::isShared);
        if (!claims.isEmpty()) {
            return Optional.of("claim " + String.join(", ", claims) + " cannot be held by old and new pods at once");
        }
        return standing.isPresent() ? Optional.empty() : lack();
    }

    private boolean isShared(String claim) {
        return facts.live(new ObjectKey(KindName.CLAIM, key.scope(), claim))
                .filter(it -> Fields.texts(it, "spec", "accessModes").contains("ReadWriteMany"))
                .isPresent();
    }

    private Optional<String> lack() {
        Room room = new Room(facts, key.scope());
        return room.lackInQuota(next, Workload.replicas(change.after()), old, 0)
                .or(() -> isPicky() ? room.lackOnNodes(next, Optional.empty()) : Optional.empty());
    }

    /** Where only CPU or memory is short, to wait for some is better than to stop what runs. */
    private boolean isPicky() {
        return Room.device(next).isPresent() || next.isOnePerNode();
    }

    private Replacement beside() {
        List<Step> steps = new ArrayList<>(raise());
        moving().forEach(service -> {
            ObjectKey moved = Fields.key(service);
            carried.add(moved);
            steps.add(Calls.apply(service, facts.live(moved), "move " + moved + " to the new pods"));
        });
        scalers().forEach(scaler -> {
            ObjectKey aimed = Fields.key(scaler);
            carried.add(aimed);
            steps.add(Calls.apply(scaler, facts.live(aimed), "aim " + aimed + " at " + Fields.key(successor)));
        });
        standing.ifPresent(it -> carried.add(Fields.key(successor)));
        steps.add(Calls.delete(key, change.live()));
        return new Replacement.Planned(steps, impact(), carried);
    }

    /** Makes the new one as large as the old one; where an autoscaler sets the number, it is given that number to go on from. */
    private List<Step> raise() {
        ObjectKey name = Fields.key(successor);
        String does = "apply " + name + " beside " + key;
        if (Fields.number(successor, "spec", "replicas").isPresent()
                || scalers().isEmpty()) {
            return List.of(Calls.apply(successor, standing, does));
        }
        long replicas = Workload.replicas(change.live());
        MapNode sized = successor.copy();
        Fields.map(sized, "spec").put("replicas", replicas);
        MapNode number = Calls.named(name, "apps/v1", "Deployment");
        number.map("spec", null).put("replicas", replicas);
        return List.of(
                Calls.apply(sized, standing, does + ", with " + Said.many(replicas, "pod")),
                Calls.handOver(number, standing, "leave the replicas of " + name + " to its autoscaler"),
                Calls.apply(successor, standing, "no longer set the replicas of " + name));
    }

    /** Gives the Services that have the old pods now and will not have them: they must not move before the new pods are ready. */
    private List<MapNode> moving() {
        return stack.stream()
                .filter(it -> KindName.of(it).equals(KindName.SERVICE)
                        && Fields.namespace(it).equals(key.scope()))
                .filter(it -> facts.live(Fields.key(it))
                        .filter(live -> Selection.byService(live, old.labels()))
                        .isPresent())
                .filter(it -> !Selection.byService(it, old.labels()))
                .toList();
    }

    private List<MapNode> scalers() {
        return stack.stream()
                .filter(it -> LogicalNames.isScaler(it)
                        && LogicalNames.target(it).filter(key::equals).isPresent())
                .map(it -> LogicalNames.aimed(it, Map.of(key, Fields.name(successor))))
                .toList();
    }

    private Impact impact() {
        List<String> doubts = new ArrayList<>(new Traffic(facts, key.scope()).doubts(old, next));
        Room room = new Room(facts, key.scope());
        if (standing.isEmpty() && !room.knowsQuotas()) {
            doubts.add("whether a quota has room for both is not known");
        }
        if (standing.isEmpty() && !room.knowsNodes() && Room.device(next).isPresent()) {
            doubts.add("whether " + Room.device(next).get() + " is free for both is not known");
        }
        if (standing.isEmpty() && !isPicky()) {
            room.lackOnNodes(next, Optional.empty()).ifPresent(doubts::add);
        }
        String reason = "spec.selector cannot change in place: " + Fields.name(successor)
                + " is ready beside it before it goes";
        return doubts.isEmpty()
                ? Said.rolling(reason)
                : Said.perhapsRolling(reason + "; but " + String.join("; ", doubts));
    }
}
