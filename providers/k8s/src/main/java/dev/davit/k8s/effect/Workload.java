package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.plan.ObjectKey;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Holds what runs pods.
 *
 * @param key its name
 * @param tree the object
 * @param pods what its pods are made from
 */
record Workload(ObjectKey key, MapNode tree, PodTemplate pods) {
    private static final List<String> LASTING =
            List.of(KindName.DEPLOYMENT, KindName.STATEFUL_SET, KindName.DAEMON_SET);
    private static final List<String> ALL =
            List.of(KindName.DEPLOYMENT, KindName.STATEFUL_SET, KindName.DAEMON_SET, KindName.CRON_JOB, KindName.JOB);

    static Workload of(String kind, MapNode tree) {
        return new Workload(new ObjectKey(kind, Fields.namespace(tree), Fields.name(tree)), tree, PodTemplate.of(tree));
    }

    /** Gives those of a namespace that run now and are to go on. */
    static List<Workload> running(ClusterFacts facts, String namespace) {
        return of(LASTING, kind -> facts.live(kind, namespace))
                .filter(Workload::runs)
                .toList();
    }

    /** Gives all of a namespace that there are now, jobs that have not finished, too. */
    static List<Workload> live(ClusterFacts facts, String namespace) {
        return of(ALL, kind -> facts.live(kind, namespace)).toList();
    }

    /** Gives all of a namespace that there will be. */
    static List<Workload> after(ClusterFacts facts, String namespace) {
        return of(ALL, kind -> facts.after(kind, namespace)).toList();
    }

    private static Stream<Workload> of(List<String> kinds, Function<String, List<MapNode>> objects) {
        return kinds.stream()
                .flatMap(kind -> objects.apply(kind).stream().map(tree -> of(kind, tree)))
                .filter(one -> !JobEffect.isFinished(one.tree()));
    }

    /** Says whether all that run in a namespace are known. */
    static boolean areKnown(ClusterFacts facts) {
        return LASTING.stream().allMatch(facts::knows);
    }

    boolean runs() {
        return key.kind().equals(KindName.DAEMON_SET) || replicas(tree) > 0;
    }

    static long replicas(Node tree) {
        return Fields.number(tree, "spec", "replicas").orElse(1L);
    }

    String called() {
        return key.shortKind() + " " + key.name();
    }
}
