package dev.davit.k8s.operate;

import dev.davit.apply.Health;
import dev.davit.apply.Readiness;
import dev.davit.apply.Ticker;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.ownership.Home;
import dev.davit.plan.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Look how the workloads of a stack are: those that carry its mark, by the rules by which an apply waits for them. */
public final class WorkloadHealth {
    /** Gives the path of each kind below its group's, with what counts its pods. */
    private static final Map<String, Counts> KINDS = new TreeMap<>(Map.of(
            "apps/v1/deployments",
                    new Counts("Deployment", List.of("status", "readyReplicas"), List.of("spec", "replicas"), 1),
            "apps/v1/statefulsets",
                    new Counts("StatefulSet", List.of("status", "readyReplicas"), List.of("spec", "replicas"), 1),
            "apps/v1/daemonsets",
                    new Counts(
                            "DaemonSet",
                            List.of("status", "numberReady"),
                            List.of("status", "desiredNumberScheduled"),
                            0),
            "batch/v1/jobs", new Counts("Job", List.of("status", "succeeded"), List.of("spec", "completions"), 1)));

    /** So many different troubles of one workload say enough. */
    private static final int TROUBLES = 3;

    private final Marked members;
    private final Surroundings surroundings;

    /** Look on a server, which stays open. */
    public WorkloadHealth(ApiServer api) {
        this.members = new Marked(api);
        this.surroundings = new Surroundings(api, Ticker.SYSTEM);
    }

    private record Counts(String kind, List<String> ready, List<String> wanted, long unless) {
        long ready(Live live) {
            return live.number(ready.toArray(String[]::new)).orElse(0L);
        }

        long wanted(Live live) {
            return live.number(wanted.toArray(String[]::new)).orElse(unless);
        }
    }

    /**
     * Look at all workloads of a stack.
     *
     * @throws dev.davit.apply.ApplyException if the server does not answer or refuses to
     */
    public List<Health> of(Home home) {
        List<Health> all = new ArrayList<>();
        for (String namespace : members.namespaces(home)) {
            KINDS.forEach((path, counts) ->
                    members.of(home, namespace, path, counts.kind()).forEach(it -> all.add(health(it, counts))));
        }
        all.sort(Comparator.comparing(Health::state).reversed().thenComparing(Health::key));
        return all;
    }

    private Health health(Live live, Counts counts) {
        Around around = surroundings.of(live);
        Verdict verdict = ReadyRules.judge(live, around);
        List<Live> pods = around.pods().stream().filter(it -> !it.isDeleted()).toList();
        List<String> troubles = verdict.state() == Readiness.State.READY ? List.of() : troubles(pods);
        return new Health(
                new ObjectKey(ReadyRules.kindOf(live), live.namespace(), live.name()),
                verdict.state(),
                verdict.culprit().isPresent() ? "can never become ready as it is" : verdict.progress(),
                counts.ready(live),
                counts.wanted(live),
                pods.stream().mapToLong(DoomedPods::restartsOf).sum(),
                troubles);
    }

    /** Instances of one workload mostly have the same trouble, with their own name in its message: each is said once. */
    private static List<String> troubles(List<Live> pods) {
        Map<List<Object>, List<Culprit>> same = new LinkedHashMap<>();
        pods.stream()
                .flatMap(PodTrouble::of)
                .forEach(it -> same.computeIfAbsent(List.of(it.container(), it.reason()), key -> new ArrayList<>())
                        .add(it));
        return same.values().stream()
                .limit(TROUBLES)
                .map(all -> all.get(0) + (all.size() == 1 ? "" : " (and " + (all.size() - 1) + " more like it)"))
                .toList();
    }
}
