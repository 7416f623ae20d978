package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Impact;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Seconds;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges a change of the number of pods of a Deployment or StatefulSet. */
final class Replicas {
    /** An autoscaler looks that often: {@code --horizontal-pod-autoscaler-sync-period}. */
    private static final long LOOKS = 15;

    private final MapNode live;
    private final MapNode after;
    private final ClusterFacts facts;
    private final long from;
    private final long to;

    Replicas(MapNode live, MapNode after, ClusterFacts facts) {
        this.live = live;
        this.after = after;
        this.facts = facts;
        this.from = Workload.replicas(live);
        this.to = Workload.replicas(after);
    }

    Impact impact() {
        Optional<String> scaler = scaler();
        if (to == 0) {
            return Said.outage(
                    "spec.replicas falls from " + from + " to 0: nothing runs any more", "at least 1 replica");
        }
        if (to >= from) {
            return more(scaler);
        }
        return scaler.isPresent() ? fallen(scaler.get()) : fewer();
    }

    private Impact more(Optional<String> scaler) {
        PodTemplate pod = PodTemplate.of(after);
        Room room = new Room(facts, Fields.namespace(live));
        String lack = room.lackInQuota(pod, to - from, pod, 0)
                .or(() -> room.lackOnNodes(pod, Optional.empty()))
                .map(it -> "; but " + it)
                .orElse("");
        return Said.proven("spec.replicas goes from " + from + " to " + to
                + scaler.map(it -> ", until " + it + " sets it anew").orElse("") + lack);
    }

    private Impact fallen(String scaler) {
        Seconds start = new Pace(PodTemplate.of(after)).start();
        return Said.perhapsRestart(
                        "spec.replicas falls from " + from + " to " + to + ", though " + scaler
                                + " sets it: capacity is gone until that scales up again",
                        "leave spec.replicas to the autoscaler, and hand it over at its present value")
                .lasting(start.least(), LOOKS + start.most());
    }

    private Impact fewer() {
        String reason = Said.many(from - to, "pod") + " of " + from + " stop: spec.replicas falls to " + to;
        return new Traffic(facts, Fields.namespace(live))
                .undrained(PodTemplate.of(live))
                .map(doubt -> Said.perhapsRolling(reason + "; but " + doubt))
                .orElseGet(() -> Said.rolling(reason));
    }

    private Optional<String> scaler() {
        ObjectKey key = Fields.key(live);
        return Stream.of(KindName.AUTOSCALER, KindName.SCALED_OBJECT)
                .flatMap(kind -> facts.live(kind, key.scope()).stream()
                        .filter(it ->
                                LogicalNames.target(it).filter(key::equals).isPresent())
                        .map(it -> kind.substring(0, kind.indexOf('.')) + " " + Fields.name(it)))
                .findFirst();
    }
}
