package dev.davit.k8s.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Knows what the API server fills into pods and their templates. */
final class PodDefaults {
    private static final Map<String, Object> POD = Map.of(
            "dnsPolicy", "ClusterFirst",
            "schedulerName", "default-scheduler",
            "terminationGracePeriodSeconds", 30L);
    private static final Map<String, Object> SCHEDULED = Map.of(
            "restartPolicy", "Always",
            "enableServiceLinks", true,
            "preemptionPolicy", "PreemptLowerPriority",
            "priority", 0L,
            "serviceAccountName", "default");
    private static final Map<String, Object> CONTAINER =
            Map.of("terminationMessagePath", "/dev/termination-log", "terminationMessagePolicy", "File");
    private static final Map<String, Object> PROBE =
            Map.of("failureThreshold", 3L, "periodSeconds", 10L, "successThreshold", 1L, "timeoutSeconds", 1L);
    private static final List<String> CONTAINERS = List.of("initContainers", "containers", "ephemeralContainers");
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final List<String> FILES = List.of("configMap", "secret", "projected", "downwardAPI");
    private static final String TOKEN = "kube-api-access-";

    private final boolean keyed;

    /**
     * Makes it.
     *
     * @param keyed whether those stay that are keys of lists
     */
    PodDefaults(boolean keyed) {
        this.keyed = keyed;
    }

    void pod(MapNode pod, Said said) {
        Defaults.drop(pod, said, POD);
        Defaults.dropEmpty(pod, said, "securityContext");
        // The old name of a field that the server keeps beside the new one.
        if (pod.get("serviceAccount").equals(pod.get("serviceAccountName"))
                && !said.below("serviceAccount").is()) {
            pod.remove("serviceAccount");
        }
        for (String list : CONTAINERS) {
            each(pod, list, said, this::container);
        }
        each(pod, "volumes", said, PodDefaults::volume);
    }

    private interface Visit {
        void at(MapNode item, Said said);
    }

    private static void each(MapNode parent, String list, Said said, Visit visit) {
        List<MapNode> items = Objects.maps(parent, list).toList();
        for (int i = 0; i < items.size(); i++) {
            visit.at(items.get(i), said.below(list).item(items.get(i), i));
        }
    }

    private void container(MapNode container, Said said) {
        Defaults.drop(container, said, CONTAINER);
        Defaults.drop(container, said, Map.of("imagePullPolicy", usualPull(Objects.text(container, "image"))));
        Defaults.dropEmpty(container, said, "resources");
        each(container, "ports", said, (port, one) -> protocol(port, one, keyed));
        each(
                container,
                "env",
                said,
                (variable, one) -> variable.getMap("valueFrom")
                        .flatMap(it -> it.getMap("fieldRef"))
                        .ifPresent(it -> Defaults.drop(
                                it, one.below("valueFrom").below("fieldRef"), Map.of("apiVersion", "v1"))));
        for (String name : PROBES) {
            container.getMap(name).ifPresent(probe -> {
                Defaults.drop(probe, said.below(name), PROBE);
                http(probe, said.below(name));
            });
        }
        container.getMap("lifecycle").ifPresent(lifecycle -> {
            for (String name : List.of("postStart", "preStop")) {
                lifecycle
                        .getMap(name)
                        .ifPresent(it -> http(it, said.below("lifecycle").below(name)));
            }
        });
    }

    private static void http(MapNode handler, Said said) {
        handler.getMap("httpGet").ifPresent(it -> Defaults.drop(it, said.below("httpGet"), Map.of("scheme", "HTTP")));
    }

    static void protocol(MapNode port, Said said, boolean keyed) {
        if (!keyed) {
            Defaults.drop(port, said, Map.of("protocol", "TCP"));
        }
    }

    /** A tag that moves is asked for each time. */
    private static String usualPull(String image) {
        String rest = image.substring(image.lastIndexOf('/') + 1);
        boolean moves = !image.contains("@") && (!rest.contains(":") || rest.endsWith(":latest"));
        return moves ? "Always" : "IfNotPresent";
    }

    private static void volume(MapNode volume, Said said) {
        for (String source : FILES) {
            volume.getMap(source).ifPresent(it -> {
                Defaults.drop(it, said.below(source), Map.of("defaultMode", 420L));
                each(it, "sources", said.below(source), PodDefaults::projected);
                each(it, "items", said.below(source), PodDefaults::field);
            });
        }
        volume.getMap("hostPath").ifPresent(it -> Defaults.drop(it, said.below("hostPath"), Map.of("type", "")));
    }

    private static void projected(MapNode source, Said said) {
        source.getMap("serviceAccountToken")
                .ifPresent(
                        it -> Defaults.drop(it, said.below("serviceAccountToken"), Map.of("expirationSeconds", 3600L)));
        source.getMap("downwardAPI").ifPresent(it -> each(it, "items", said.below("downwardAPI"), PodDefaults::field));
    }

    private static void field(MapNode item, Said said) {
        item.getMap("fieldRef").ifPresent(it -> Defaults.drop(it, said.below("fieldRef"), Map.of("apiVersion", "v1")));
    }

    /** Takes out what is written into a pod alone when it is made and placed. */
    static void scheduled(MapNode pod, Said said) {
        Defaults.drop(pod, said, SCHEDULED);
        if (!said.below("nodeName").is()) {
            pod.remove("nodeName");
        }
        if (!pod.has("serviceAccountName") && !said.below("serviceAccount").is()) {
            pod.remove("serviceAccount");
        }
        remove(
                pod,
                "tolerations",
                it -> Objects.text(it, "key").matches("node\\.kubernetes\\.io/(not-ready|unreachable)")
                        && Objects.text(it, "tolerationSeconds").equals("300"));
        remove(pod, "volumes", it -> Objects.text(it, "name").startsWith(TOKEN));
        for (String list : CONTAINERS) {
            Objects.maps(pod, list)
                    .forEach(it -> remove(
                            it,
                            "volumeMounts",
                            mount -> Objects.text(mount, "name").startsWith(TOKEN)));
        }
    }

    private static void remove(MapNode parent, String name, Predicate<MapNode> which) {
        parent.getList(name).ifPresent(list -> {
            List<Node> kept = new ArrayList<>();
            list.forEach(it -> {
                if (!(it instanceof MapNode map && which.test(map))) {
                    kept.add(it);
                }
            });
            if (kept.isEmpty()) {
                parent.remove(name);
            } else {
                ListNode rest = new ListNode(null);
                kept.forEach(rest::add);
                parent.put(name, rest);
            }
        });
    }
}
