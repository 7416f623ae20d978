package dev.davit.k8s.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Know the values that the API server fills in where an object of its own kinds does not say anything.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/blob/v1.34.4/pkg/apis/core/v1/defaults.go">core/v1, and the same file of
 *     apps/v1, batch/v1, autoscaling/v2 and networking/v1</a>
 */
final class Defaults {
    private static final Map<String, Set<Object>> SCALARS = Map.ofEntries(
            Map.entry("terminationMessagePath", Set.of("/dev/termination-log")),
            Map.entry("terminationMessagePolicy", Set.of("File")),
            Map.entry("dnsPolicy", Set.of("ClusterFirst")),
            Map.entry("schedulerName", Set.of("default-scheduler")),
            Map.entry("terminationGracePeriodSeconds", Set.of(30L)),
            Map.entry("protocol", Set.of("TCP")),
            Map.entry("sessionAffinity", Set.of("None")),
            Map.entry("internalTrafficPolicy", Set.of("Cluster")),
            Map.entry("externalTrafficPolicy", Set.of("Cluster")),
            Map.entry("ipFamilyPolicy", Set.of("SingleStack")),
            Map.entry("allocateLoadBalancerNodePorts", Set.of(true)),
            Map.entry("progressDeadlineSeconds", Set.of(600L)),
            Map.entry("revisionHistoryLimit", Set.of(10L)),
            Map.entry("podManagementPolicy", Set.of("OrderedReady")),
            Map.entry("failureThreshold", Set.of(3L)),
            Map.entry("periodSeconds", Set.of(10L)),
            Map.entry("successThreshold", Set.of(1L)),
            Map.entry("timeoutSeconds", Set.of(1L)),
            Map.entry("scheme", Set.of("HTTP")),
            Map.entry("defaultMode", Set.of(420L)),
            Map.entry("volumeMode", Set.of("Filesystem")),
            Map.entry("concurrencyPolicy", Set.of("Allow")),
            Map.entry("suspend", Set.of(false)),
            Map.entry("successfulJobsHistoryLimit", Set.of(3L)),
            Map.entry("failedJobsHistoryLimit", Set.of(1L)),
            Map.entry("completionMode", Set.of("NonIndexed")),
            Map.entry("backoffLimit", Set.of(6L)),
            Map.entry("podReplacementPolicy", Set.of("TerminatingOrFailed")));

    private static final Map<String, Node> OF_CONTROLLERS = Map.of(
            "strategy", rolling(Map.of("maxUnavailable", "25%", "maxSurge", "25%")),
            "updateStrategy", rolling(Map.of("partition", 0)),
            "persistentVolumeClaimRetentionPolicy",
                    Node.of(Map.of("whenDeleted", "Retain", "whenScaled", "Retain"), null));

    private static final Set<String> EMPTY_MAPS = Set.of("securityContext", "resources");
    private static final Set<String> OF_SERVICE = Set.of("clusterIP", "clusterIPs", "ipFamilies");

    private Defaults() {}

    private static Node rolling(Map<String, Object> numbers) {
        return Node.of(Map.of("type", "RollingUpdate", "rollingUpdate", numbers), null);
    }

    private static final Set<String> KINDS = Set.of(
            "Deployment.apps",
            "StatefulSet.apps",
            "DaemonSet.apps",
            "Job.batch",
            "CronJob.batch",
            "Pod",
            "ReplicationController",
            "Service",
            "PersistentVolumeClaim");

    private static final List<String> OF_JOB =
            List.of("controller-uid", "job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name");

    /**
     * Give an object without them; of other kinds nothing is known, so they stay as they are.
     *
     * @param keyed whether those stay that are keys of lists, by which items are found
     */
    static MapNode without(MapNode object, boolean keyed) {
        if (!KINDS.contains(Objects.kind(object)) || object.getMap("spec").isEmpty()) {
            return object;
        }
        MapNode copy = Objects.shallow(object);
        MapNode spec = map(object.getMap("spec").orElseThrow(), keyed);
        copy.put("spec", spec);
        switch (Objects.text(object, "kind")) {
            case "Service" -> service(spec);
            case "PersistentVolumeClaim" -> claim(copy);
            case "Job" -> {
                job(spec);
                withoutLabels(copy);
            }
            case "Pod" -> spec.remove("nodeName");
            case "ReplicationController" -> labelled(copy);
            case "CronJob" -> {
                // All that it fills in belongs to all kinds.
            }
            default -> controller(spec);
        }
        return copy;
    }

    /** One that does not say whom it selects selects by the labels of its template, and has them itself. */
    private static void labelled(MapNode object) {
        MapNode spec = object.getMap("spec").orElseThrow();
        controller(spec);
        Optional<Node> labels =
                spec.getMap("template").flatMap(it -> it.getMap("metadata")).flatMap(it -> it.get("labels"));
        if (labels.isPresent()) {
            if (spec.get("selector").equals(labels)) {
                spec.remove("selector");
            }
            MapNode metadata = Objects.own(object, "metadata");
            if (metadata.get("labels").equals(labels)) {
                metadata.remove("labels");
            }
        }
    }

    /** A Job that says nothing gets a selector and labels with its own uid. */
    private static void job(MapNode spec) {
        spec.remove("selector");
        spec.remove("manualSelector");
        for (String count : List.of("parallelism", "completions")) {
            if (Objects.text(spec, count).equals("1")) {
                spec.remove(count);
            }
        }
        spec.getMap("template").ifPresent(template -> {
            withoutLabels(template);
            if (template.getMap("metadata").filter(MapNode::isEmpty).isPresent()) {
                template.remove("metadata");
            }
        });
    }

    private static void withoutLabels(MapNode object) {
        if (object.getMap("metadata").flatMap(it -> it.getMap("labels")).isPresent()) {
            MapNode metadata = Objects.own(object, "metadata");
            MapNode labels = Objects.own(metadata, "labels");
            OF_JOB.forEach(labels::remove);
            if (labels.isEmpty()) {
                metadata.remove("labels");
            }
        }
    }

    private static MapNode map(MapNode map, boolean keyed) {
        MapNode copy = new MapNode(null);
        map.entries().forEach((name, value) -> {
            if (!isDefault(name, value, keyed) && !(name.equals("imagePullPolicy") && isUsualPull(map, value))) {
                copy.put(name, node(value, keyed));
            }
        });
        return copy;
    }

    private static Node node(Node node, boolean keyed) {
        if (node instanceof MapNode map) {
            return map(map, keyed);
        }
        if (node instanceof ListNode list) {
            ListNode copy = new ListNode(null);
            list.forEach(it -> copy.add(node(it, keyed)));
            return copy;
        }
        return node;
    }

    /** A tag that moves is asked for each time. */
    private static boolean isUsualPull(MapNode container, Node policy) {
        String image = Objects.text(container, "image");
        String rest = image.substring(image.lastIndexOf('/') + 1);
        boolean moves = !image.contains("@") && (!rest.contains(":") || rest.endsWith(":latest"));
        return String.valueOf(policy).equals(moves ? "Always" : "IfNotPresent");
    }

    private static boolean isDefault(String name, Node value, boolean keyed) {
        if (keyed && name.equals("protocol")) {
            return false;
        }
        return value instanceof ScalarNode scalar
                ? scalar.value() != null && SCALARS.getOrDefault(name, Set.of()).contains(scalar.value())
                : value instanceof MapNode map && map.isEmpty() && EMPTY_MAPS.contains(name);
    }

    private static void service(MapNode spec) {
        Objects.maps(spec, "ports")
                .filter(it -> it.get("targetPort").equals(it.get("port")))
                .forEach(it -> it.remove("targetPort"));
        if (!Objects.text(spec, "clusterIP").equals("None")) {
            OF_SERVICE.forEach(spec::remove);
        } else {
            spec.remove("clusterIPs");
            spec.remove("ipFamilies");
        }
        if (Objects.text(spec, "type").equals("ClusterIP")) {
            spec.remove("type");
        }
    }

    private static void claim(MapNode claim) {
        Objects.own(claim, "spec").remove("volumeName");
        MapNode metadata = Objects.own(claim, "metadata");
        metadata.remove("finalizers");
        if (metadata.getMap("annotations").isPresent()) {
            MapNode annotations = Objects.own(metadata, "annotations");
            annotations.entries().keySet().stream()
                    .filter(it -> it.startsWith("pv.kubernetes.io/")
                            || it.startsWith("volume.kubernetes.io/")
                            || it.startsWith("volume.beta.kubernetes.io/"))
                    .toList()
                    .forEach(annotations::remove);
            if (annotations.isEmpty()) {
                metadata.remove("annotations");
            }
        }
    }

    private static void controller(MapNode spec) {
        OF_CONTROLLERS.forEach((name, usual) -> {
            if (spec.get(name).filter(usual::equals).isPresent()) {
                spec.remove(name);
            }
        });
        Optional<MapNode> pod = spec.getMap("template").flatMap(it -> it.getMap("spec"));
        pod.filter(it -> Objects.text(it, "restartPolicy").equals("Always"))
                .ifPresent(it -> it.remove("restartPolicy"));
    }
}
