package dev.davit.k8s.operate;

import dev.davit.apply.Ticker;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.manifest.Manifests;
import dev.davit.k8s.ownership.Home;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the containers of a stack's workloads: those that a workload asks for, none that others put beside them. */
final class LoggedContainers {
    private static final String NAME = "app.kubernetes.io/name";
    private static final String CRON_JOBS = "batch/v1/cronjobs";
    private static final Map<String, String> KINDS = new TreeMap<>(Map.of(
            "apps/v1/deployments",
            "Deployment",
            "apps/v1/statefulsets",
            "StatefulSet",
            "apps/v1/daemonsets",
            "DaemonSet",
            "batch/v1/jobs",
            "Job",
            CRON_JOBS,
            "CronJob"));

    private final ApiServer api;
    private final Home home;
    private final Marked members;
    private final Surroundings surroundings;

    LoggedContainers(ApiServer api, Home home) {
        this.api = api;
        this.home = home;
        this.members = new Marked(api);
        this.surroundings = new Surroundings(api, Ticker.SYSTEM);
    }

    Set<String> resources() {
        return workloads().stream()
                .flatMap(it -> programs(it).values().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Finds those of some resources. */
    List<LoggedContainer> of(Predicate<String> wanted) {
        Map<String, LoggedContainer> found = new LinkedHashMap<>();
        workloads().stream()
                .filter(it -> programs(it).values().stream().anyMatch(wanted))
                .flatMap(this::containers)
                .filter(it -> wanted.test(it.resource()))
                .forEach(it -> found.putIfAbsent(it.id(), it));
        return List.copyOf(found.values());
    }

    private List<Live> workloads() {
        List<Live> all = new ArrayList<>();
        for (String namespace : members.namespaces(home)) {
            KINDS.forEach((path, kind) -> all.addAll(members.of(home, namespace, path, kind)));
        }
        return all;
    }

    /** What Davit makes carries the id of its resource; objects that were taken over need not. */
    private static String resource(Live workload) {
        return workload.label("app.kubernetes.io/managed-by")
                .filter("davit"::equals)
                .flatMap(it -> workload.label(NAME))
                .orElse(workload.name());
    }

    private Stream<LoggedContainer> containers(Live workload) {
        Map<String, String> programs = programs(workload);
        String main = programs.keySet().stream().findFirst().orElse("");
        return runs(workload)
                .flatMap(it -> surroundings.of(it).pods().stream())
                .flatMap(pod -> programs.entrySet().stream()
                        .map(it -> new LoggedContainer(
                                it.getValue(), pod, it.getKey(), it.getKey().equals(main))));
    }

    /** A cron job has no pods of its own; its Jobs have. */
    private Stream<Live> runs(Live workload) {
        if (!workload.kind().equals("CronJob")) {
            return Stream.of(workload);
        }
        Reply jobs = api.get("/apis/batch/v1/namespaces/" + workload.namespace() + "/jobs");
        return Marked.items(jobs, "batch/v1", "Job").stream().filter(it -> it.isControlledBy(workload.uid()));
    }

    /** Gives the resources by the names of their containers, the main one first. */
    private static Map<String, String> programs(Live workload) {
        Optional<Live> spec = (workload.kind().equals("CronJob")
                        ? workload.map("spec", "jobTemplate", "spec", "template", "spec")
                        : workload.map("spec", "template", "spec"))
                .map(Live::new);
        Map<String, String> programs = new LinkedHashMap<>();
        Stream.of("containers", "initContainers")
                .flatMap(list -> spec.stream().flatMap(it -> it.maps(list)))
                .flatMap(it -> it.text("name").stream())
                .forEach(it -> programs.put(it, resource(workload, it)));
        return programs;
    }

    /** A job that goes before a deploy runs in the pods of what waits for it. */
    private static String resource(Live workload, String container) {
        return container.startsWith(Manifests.JOB_BEFORE)
                ? container.substring(Manifests.JOB_BEFORE.length())
                : resource(workload);
    }
}
