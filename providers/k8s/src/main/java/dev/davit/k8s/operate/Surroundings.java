package dev.davit.k8s.operate;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Ticker;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads what lies around an object. Who may not read it gets nothing: readiness is then judged by the object alone. */
final class Surroundings {
    /** The scheduler tries again at once when something changes; longer than this, nothing is on its way. */
    private static final Duration HOMELESS = Duration.ofSeconds(15);

    private static final String DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";

    private final ApiServer api;
    private final Ticker ticker;
    /** When a pod was first seen without a node, by identity, on our own clock: the cluster's may be off. */
    private final Map<String, Long> homeless = new ConcurrentHashMap<>();

    Surroundings(ApiServer api, Ticker ticker) {
        this.api = api;
        this.ticker = ticker;
    }

    Around of(Live live) {
        return switch (ReadyRules.kindOf(live)) {
            case "Deployment.apps" ->
                pods(selected(live, "pods", "/api/v1"), selected(live, "replicasets", "/apis/apps/v1"));
            case "StatefulSet.apps", "DaemonSet.apps", "ReplicaSet.apps" -> controlled(live);
            case "Job.batch" ->
                pods(list(live, "pods", "/api/v1", "batch.kubernetes.io/controller-uid=" + live.uid()), List.of());
            case "Pod" -> pods(List.of(live), List.of());
            case "Service" -> service(live);
            case "PersistentVolumeClaim" -> claim(live);
            default -> Around.nothing();
        };
    }

    private Around controlled(Live live) {
        return pods(
                selected(live, "pods", "/api/v1").stream()
                        .filter(it -> it.isControlledBy(live.uid()))
                        .toList(),
                List.of());
    }

    private Around pods(List<Live> pods, List<Live> sets) {
        Set<String> lost = pods.stream().filter(this::isLost).map(Live::uid).collect(Collectors.toSet());
        return new Around(pods, sets, 0, false, lost);
    }

    private boolean isLost(Live pod) {
        Optional<Condition> scheduled = pod.condition("PodScheduled")
                .filter(Condition::isFalse)
                .filter(it -> it.reason().equals("Unschedulable"));
        if (scheduled.isEmpty()) {
            homeless.remove(pod.uid());
            return false;
        }
        long since = homeless.computeIfAbsent(pod.uid(), it -> ticker.nanos());
        return ticker.nanos() - since > HOMELESS.toNanos()
                // A volume that is being made takes as long as it takes; the rollout has its own deadline.
                && !scheduled.get().message().contains("unbound immediate PersistentVolumeClaims")
                && events(pod).stream().noneMatch(Surroundings::bringsNode);
    }

    /** Cluster Autoscaler and Karpenter say so when a node is on its way. */
    private static boolean bringsNode(Live event) {
        return Set.of("TriggeredScaleUp", "Nominated")
                .contains(event.text("reason").orElse(""));
    }

    List<Live> events(Live of) {
        String selector = URLEncoder.encode("involvedObject.uid=" + of.uid(), StandardCharsets.UTF_8);
        return items(() -> api.get("/api/v1/namespaces/" + of.namespace() + "/events?fieldSelector=" + selector));
    }

    private Around service(Live live) {
        Map<String, String> selector = live.texts("spec", "selector");
        if (selector.isEmpty()) {
            return Around.nothing();
        }
        int ready = list(
                        live,
                        "endpointslices",
                        "/apis/discovery.k8s.io/v1",
                        "kubernetes.io/service-name=" + live.name())
                .stream()
                .mapToInt(Surroundings::readyIn)
                .sum();
        List<Live> pods = ready > 0 ? List.of() : list(live, "pods", "/api/v1", equalities(selector));
        return new Around(pods, List.of(), ready, false, Set.of());
    }

    private static int readyIn(Live slice) {
        return (int) slice.maps("endpoints")
                .filter(it -> it.flag("conditions", "ready"))
                .count();
    }

    private Around claim(Live live) {
        return new Around(List.of(), List.of(), 0, bindsLate(live), Set.of());
    }

    private boolean bindsLate(Live claim) {
        Optional<String> named = claim.text("spec", "storageClassName");
        List<Live> classes = items(() -> api.get("/apis/storage.k8s.io/v1/storageclasses"));
        if (classes.isEmpty()) {
            return events(claim).stream()
                    .anyMatch(it -> it.text("reason")
                            .filter("WaitForFirstConsumer"::equals)
                            .isPresent());
        }
        return classes.stream()
                .filter(it -> named.map(it.name()::equals).orElseGet(() -> isDefault(it)))
                .anyMatch(it -> it.text("volumeBindingMode")
                        .filter("WaitForFirstConsumer"::equals)
                        .isPresent());
    }

    private static boolean isDefault(Live storageClass) {
        return storageClass.annotation(DEFAULT_CLASS).filter("true"::equals).isPresent();
    }

    private List<Live> selected(Live live, String plural, String version) {
        return list(live, plural, version, selector(live));
    }

    private static String selector(Live live) {
        String labels = equalities(live.texts("spec", "selector", "matchLabels"));
        String more = live.maps("spec", "selector", "matchExpressions")
                .map(Surroundings::expression)
                .collect(Collectors.joining(","));
        return labels + (labels.isEmpty() || more.isEmpty() ? "" : ",") + more;
    }

    private static String expression(Live it) {
        String key = it.text("key").orElse("");
        String values = "(" + it.list("values").stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
        return switch (it.text("operator").orElse("")) {
            case "In" -> key + " in " + values;
            case "NotIn" -> key + " notin " + values;
            case "DoesNotExist" -> "!" + key;
            default -> key;
        };
    }

    private static String equalities(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private List<Live> list(Live near, String plural, String version, String selector) {
        String query = URLEncoder.encode(selector, StandardCharsets.UTF_8);
        return items(
                () -> api.get(version + "/namespaces/" + near.namespace() + "/" + plural + "?labelSelector=" + query));
    }

    private static List<Live> items(Supplier<Reply> call) {
        try {
            Reply reply = call.get();
            MapNode body = reply.ok() ? reply.body() : new MapNode(null);
            return new Live(body).maps("items").toList();
        } catch (ApplyException e) {
            if (e.reason() == ApplyException.Reason.NO_PERMISSION) {
                return List.of();
            }
            throw e;
        }
    }

    /** Gives the last lines of a container's log; of the run before where one is asked for and was kept. */
    List<String> log(Live pod, String container, boolean before, int lines) {
        String path = "/api/v1/namespaces/" + pod.namespace() + "/pods/" + pod.name()
                + "/log?limitBytes=16384&tailLines=" + lines + "&container="
                + URLEncoder.encode(container, StandardCharsets.UTF_8);
        try {
            Reply kept = before ? api.get(path + "&previous=true", "*/*") : api.get(path, "*/*");
            Reply reply = before && !kept.ok() ? api.get(path, "*/*") : kept;
            return reply.ok() ? Lines.last(reply.text(), lines) : List.of();
        } catch (ApplyException e) {
            // A log explains; a node that does not give it is no reason to fail otherwise than we do already.
            return List.of();
        }
    }
}
