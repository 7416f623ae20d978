package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at whether pods that come and go under traffic do so without errors. */
final class Traffic {
    private final ClusterFacts facts;
    private final String namespace;

    Traffic(ClusterFacts facts, String namespace) {
        this.facts = facts;
        this.namespace = namespace;
    }

    /** Gives the live Services that send traffic to pods with these labels. */
    List<MapNode> services(Map<String, String> labels) {
        return facts.live(KindName.SERVICE, namespace).stream()
                .filter(service -> Selection.byService(service, labels))
                .toList();
    }

    /** Says whether a Service may send traffic to such pods: yes, too, where not all Services are known. */
    boolean mayReach(Map<String, String> labels) {
        return !facts.knows(KindName.SERVICE) || !services(labels).isEmpty();
    }

    /**
     * Says why requests may fail although a pod is always there: the pods that go are of the old template, those that come
     * of the new.
     */
    List<String> doubts(PodTemplate going, PodTemplate coming) {
        List<String> doubts = new ArrayList<>();
        if (mayReach(going.labels())) {
            unready(coming).ifPresent(doubts::add);
        }
        undrained(going).ifPresent(doubts::add);
        return doubts;
    }

    /** Says why requests may fail when a pod stops. */
    Optional<String> undrained(PodTemplate going) {
        return mayReach(going.labels()) ? undrained(new Pace(going)) : Optional.empty();
    }

    private static Optional<String> unready(PodTemplate pod) {
        return Fields.list(pod.spec(), "containers").stream()
                .filter(it -> Fields.at(it, "readinessProbe").isEmpty())
                .findFirst()
                .map(it -> "container " + Fields.text(it, "name").orElse("")
                        + " has no readinessProbe, so it gets requests as soon as its process runs");
    }

    private static Optional<String> undrained(Pace pace) {
        Optional<Long> sleep = pace.preStop();
        if (sleep.isEmpty()) {
            return Optional.of("running pods have no preStop hook, so requests still reach those that stop");
        }
        boolean cut = sleep.get() >= pace.grace();
        return cut
                ? Optional.of("running pods are killed after " + pace.grace()
                        + " s, in the middle of their preStop hook of " + sleep.get() + " s")
                : Optional.empty();
    }
}
