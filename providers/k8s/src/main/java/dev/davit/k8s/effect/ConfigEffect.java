package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Impact;
import dev.davit.plan.ObjectKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Judges ConfigMaps and Secrets: what happens is up to how running pods read them. */
final class ConfigEffect {
    /** The kubelet renews files at its sync, every 60 s, plus what its cache lags behind. */
    private static final String SOON = "within about 90 s";

    private final ObjectKey key;
    private final ClusterFacts facts;

    ConfigEffect(ObjectKey key, ClusterFacts facts) {
        this.key = key;
        this.facts = facts;
    }

    Impact update(MapNode live, MapNode after) {
        if (Changed.fields(live, after).equals(Set.of("immutable"))) {
            return Said.none("immutable touches no reader");
        }
        List<Impact> impacts = new ArrayList<>();
        for (Workload one : Workload.live(facts, key.scope())) {
            Set<Readers.Way> ways = new Readers(key).ways(one.pods());
            if (!ways.isEmpty()) {
                impacts.add(read(one, ways));
            }
        }
        if (key.kind().equals(KindName.SECRET) && isCertificate()) {
            impacts.add(Said.perhapsRolling("an Ingress shows its certificate: new connections get the new one"));
        }
        return impacts.isEmpty() ? unread() : Said.worst(impacts);
    }

    private Impact read(Workload one, Set<Readers.Way> ways) {
        String who = one.called();
        if (!one.key().kind().equals(KindName.JOB) && !isLasting(one)) {
            return Said.none(who + " reads it at its next run");
        }
        if (ways.contains(Readers.Way.FILES)) {
            return Said.perhapsRolling("files change in running pods of " + who + " " + SOON
                    + "; what their processes make of that is not known");
        }
        if (rolls(one)) {
            return Said.none("pods of " + who + " read it when they start, and this plan starts new ones");
        }
        String how = ways.equals(EnumSet.of(Readers.Way.PULL))
                ? " pulls images with it: it counts for the next pod"
                : ways.contains(Readers.Way.ENV)
                        ? " reads it as environment: running pods keep the old values until they restart"
                        : " mounts it by subPath: running pods keep the old file until they restart";
        return Said.none(who + how);
    }

    private static boolean isLasting(Workload one) {
        return KindName.WORKLOADS.contains(one.key().kind());
    }

    private boolean rolls(Workload one) {
        return facts.predicted(one.key())
                .filter(after -> !PodTemplate.of(after).equals(one.pods()))
                .isPresent();
    }

    private boolean isCertificate() {
        return facts.live(KindName.INGRESS, key.scope()).stream()
                .flatMap(it -> Fields.list(it, "spec", "tls").stream())
                .anyMatch(it ->
                        Fields.text(it, "secretName").filter(key.name()::equals).isPresent());
    }

    private Impact unread() {
        return Workload.areKnown(facts)
                ? Said.none("no workload of the namespace reads it")
                : Said.perhapsRolling("nothing of the stack reads it; whether others of the namespace do is not known");
    }

    /** Judges a deletion. */
    Impact deletion() {
        List<String> readers = Workload.after(facts, key.scope()).stream()
                .filter(one -> !new Readers(key).ways(one.pods()).isEmpty())
                .map(Workload::called)
                .toList();
        if (!readers.isEmpty()) {
            return Said.outage(
                    Said.list(readers) + " needs it: its pods run on, and cannot start again",
                    "keep it, or take the reference out");
        }
        return Workload.areKnown(facts)
                ? Said.none("no workload reads it any more")
                : Said.perhapsRolling(
                        "nothing of the stack reads it any more; whether others of the namespace do is not known");
    }
}
