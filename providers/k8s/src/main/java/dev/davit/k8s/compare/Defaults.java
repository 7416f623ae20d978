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
 * Know the values that the API server fills in where an object of its own kinds does not say anything, each in its place.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/blob/v1.34.4/pkg/apis/core/v1/defaults.go">core/v1, and the same file of
 *     apps/v1 and batch/v1</a>
 */
final class Defaults {
    private static final Map<String, Object> DEPLOYMENT = Map.of(
            "progressDeadlineSeconds", 600L,
            "revisionHistoryLimit", 10L,
            "strategy", rolling(Map.of("maxUnavailable", "25%", "maxSurge", "25%")));
    private static final Map<String, Object> STATEFUL_SET = Map.of(
            "revisionHistoryLimit",
            10L,
            "podManagementPolicy",
            "OrderedReady",
            "updateStrategy",
            rolling(Map.of("partition", 0)),
            "persistentVolumeClaimRetentionPolicy",
            Node.of(Map.of("whenDeleted", "Retain", "whenScaled", "Retain"), null));
    private static final Map<String, Object> DAEMON_SET =
            Map.of("revisionHistoryLimit", 10L, "updateStrategy", rolling(Map.of("maxSurge", 0, "maxUnavailable", 1)));
    private static final Map<String, Object> JOB = Map.of(
            "completionMode",
            "NonIndexed",
            "backoffLimit",
            6L,
            "suspend",
            false,
            "manualSelector",
            false,
            "podReplacementPolicy",
            "TerminatingOrFailed");
    private static final Map<String, Object> CRON_JOB = Map.of(
            "concurrencyPolicy",
            "Allow",
            "suspend",
            false,
            "successfulJobsHistoryLimit",
            3L,
            "failedJobsHistoryLimit",
            1L);
    private static final Map<String, Object> SERVICE = Map.of(
            "sessionAffinity", "None",
            "internalTrafficPolicy", "Cluster",
            "externalTrafficPolicy", "Cluster",
            "ipFamilyPolicy", "SingleStack",
            "allocateLoadBalancerNodePorts", true,
            "type", "ClusterIP");
    private static final Set<String> BOUND = Set.of(
            "pv.kubernetes.io/bind-completed",
            "pv.kubernetes.io/bound-by-controller",
            "volume.kubernetes.io/storage-provisioner",
            "volume.beta.kubernetes.io/storage-provisioner",
            "volume.kubernetes.io/selected-node");
    private static final Set<String> OF_JOB =
            Set.of("controller-uid", "job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name");

    private final boolean keyed;

    private Defaults(boolean keyed) {
        this.keyed = keyed;
    }

    private static Node rolling(Map<String, Object> numbers) {
        return Node.of(Map.of("type", "RollingUpdate", "rollingUpdate", numbers), null);
    }

    /**
     * Give an object without them; of other kinds nothing is known, so they stay as they are.
     *
     * @param said what somebody is known to have said, which stays
     * @param keyed whether those stay that are keys of lists, by which items are found
     */
    static MapNode without(MapNode object, Said said, boolean keyed) {
        if (object.getMap("spec").isEmpty()) {
            return object;
        }
        MapNode copy = object.copy();
        new Defaults(keyed).object(copy, said, copy.getMap("spec").orElseThrow(), said.below("spec"));
        return copy;
    }

    private void object(MapNode object, Said said, MapNode spec, Said ofSpec) {
        switch (Objects.kind(object)) {
            case "Deployment.apps" -> controller(spec, ofSpec, DEPLOYMENT);
            case "StatefulSet.apps" -> {
                controller(spec, ofSpec, STATEFUL_SET);
                claims(spec, ofSpec);
            }
            case "DaemonSet.apps" -> controller(spec, ofSpec, DAEMON_SET);
            case "ReplicationController" -> {
                controller(spec, ofSpec, Map.of());
                labelled(object, spec, said);
            }
            case "Job.batch" -> {
                withoutLabels(object);
                ownJob(spec, ofSpec);
                job(spec, ofSpec);
            }
            case "CronJob.batch" -> cronJob(spec, ofSpec);
            case "Pod" -> {
                new PodDefaults(keyed).pod(spec, ofSpec);
                PodDefaults.scheduled(spec, ofSpec);
            }
            case "Service" -> service(spec, ofSpec);
            case "PersistentVolumeClaim" -> claim(object, spec, said);
            default -> {
                // Of other kinds nothing is known.
            }
        }
    }

    /** Takes out what is a default and was not said. */
    static void drop(MapNode map, Said said, Map<String, Object> defaults) {
        defaults.forEach((name, usual) -> {
            boolean same = map.get(name)
                    .filter(it -> it instanceof ScalarNode scalar ? usual.equals(scalar.value()) : it.equals(usual))
                    .isPresent();
            if (same && !said.below(name).is()) {
                map.remove(name);
            }
        });
    }

    /** Takes out a map that the server put there with nothing in it. */
    static void dropEmpty(MapNode map, Said said, String name) {
        if (map.getMap(name).filter(MapNode::isEmpty).isPresent()
                && !said.below(name).is()) {
            map.remove(name);
        }
    }

    private void controller(MapNode spec, Said said, Map<String, Object> defaults) {
        drop(spec, said, defaults);
        template(spec, said, Map.of("restartPolicy", "Always"));
    }

    private void template(MapNode spec, Said said, Map<String, Object> defaults) {
        spec.getMap("template").ifPresent(template -> {
            Said below = said.below("template");
            dropEmpty(template, below, "metadata");
            template.getMap("spec").ifPresent(pod -> {
                new PodDefaults(keyed).pod(pod, below.below("spec"));
                drop(pod, below.below("spec"), defaults);
            });
        });
    }

    private static void claims(MapNode spec, Said said) {
        Said all = said.below("volumeClaimTemplates");
        List<MapNode> claims = Objects.maps(spec, "volumeClaimTemplates").toList();
        for (int i = 0; i < claims.size(); i++) {
            Said one = all.item(claims.get(i), i);
            claims.get(i).remove("status");
            drop(claims.get(i), one, Map.of("apiVersion", "v1", "kind", "PersistentVolumeClaim"));
            MapNode claim = claims.get(i);
            claim.getMap("spec").ifPresent(it -> drop(it, one.below("spec"), Map.of("volumeMode", "Filesystem")));
        }
    }

    /** One that does not say whom it selects selects by the labels of its template, and has them itself. */
    private static void labelled(MapNode object, MapNode spec, Said said) {
        Optional<Node> labels =
                spec.getMap("template").flatMap(it -> it.getMap("metadata")).flatMap(it -> it.get("labels"));
        if (labels.isPresent()) {
            drop(spec, said.below("spec"), Map.of("selector", labels.get()));
            object.getMap("metadata").ifPresent(it -> drop(it, said.below("metadata"), Map.of("labels", labels.get())));
        }
    }

    /** A Job that says nothing gets a selector and labels with its own uid. */
    private static void ownJob(MapNode spec, Said said) {
        if (!Objects.text(spec, "manualSelector").equals("true")) {
            spec.remove("selector");
        }
        boolean one = Objects.text(spec, "parallelism").equals("1")
                && Objects.text(spec, "completions").equals("1");
        if (one) {
            drop(spec, said, Map.of("parallelism", 1L, "completions", 1L));
        }
        spec.getMap("template").ifPresent(Defaults::withoutLabels);
    }

    private void job(MapNode spec, Said said) {
        drop(spec, said, JOB);
        // A pod of a Job must say what it does when it ends, so there is no default.
        template(spec, said, Map.of());
    }

    private void cronJob(MapNode spec, Said said) {
        drop(spec, said, CRON_JOB);
        spec.getMap("jobTemplate").ifPresent(template -> {
            Said below = said.below("jobTemplate");
            dropEmpty(template, below, "metadata");
            template.getMap("spec").ifPresent(it -> job(it, below.below("spec")));
        });
    }

    private static void withoutLabels(MapNode object) {
        object.getMap("metadata")
                .ifPresent(metadata -> metadata.getMap("labels").ifPresent(labels -> {
                    OF_JOB.forEach(labels::remove);
                    if (labels.isEmpty()) {
                        metadata.remove("labels");
                    }
                }));
    }

    private void service(MapNode spec, Said said) {
        boolean headless = Objects.text(spec, "clusterIP").equals("None");
        for (String address : List.of("clusterIP", "clusterIPs", "ipFamilies")) {
            if (!(headless && address.equals("clusterIP"))
                    && !said.below(address).is()) {
                spec.remove(address);
            }
        }
        drop(spec, said, SERVICE);
        List<MapNode> ports = Objects.maps(spec, "ports").toList();
        for (int i = 0; i < ports.size(); i++) {
            MapNode port = ports.get(i);
            Said one = said.below("ports").item(port, i);
            port.get("port")
                    .ifPresent(it ->
                            drop(port, one, Map.of("targetPort", it instanceof ScalarNode s ? s.value() : it)));
            if (!one.below("nodePort").is()) {
                port.remove("nodePort");
            }
            PodDefaults.protocol(port, one, keyed);
        }
    }

    private static void claim(MapNode claim, MapNode spec, Said said) {
        drop(spec, said.below("spec"), Map.of("volumeMode", "Filesystem"));
        boolean byController = Objects.annotation(claim, "pv.kubernetes.io/bound-by-controller")
                .equals("yes");
        if (byController && !said.below("spec").below("volumeName").is()) {
            spec.remove("volumeName");
        }
        claim.getMap("metadata").ifPresent(metadata -> {
            drop(
                    metadata,
                    said.below("metadata"),
                    Map.of("finalizers", new ListNode(null).add("kubernetes.io/pvc-protection")));
            metadata.getMap("annotations").ifPresent(annotations -> {
                BOUND.forEach(annotations::remove);
                if (annotations.isEmpty()) {
                    metadata.remove("annotations");
                }
            });
        });
    }
}
