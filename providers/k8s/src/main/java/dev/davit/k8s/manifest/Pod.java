package dev.davit.k8s.manifest;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what goes into a pod. What the restricted Pod Security profile asks for comes by itself. */
final class Pod {
    /**
     * User, group and volume group of all containers: high enough not to meet a user of the node, as kube-score, Trivy and Checkov
     * ask for.
     */
    static final int USER = 10_001;

    static final Origin RESTRICTED = Origin.target("the restricted Pod Security profile");
    static final String TMP = "tmp";

    private static final Origin QUIET =
            Origin.target("addresses come from references, not from the names of all services");
    private static final Origin NO_TOKEN = Origin.target("programs do not call the API server");

    private final Cluster cluster;
    private final String id;
    private final Origin origin;
    private final ListNode containers;
    private final ListNode initContainers;
    private final Map<String, Node> volumes = new LinkedHashMap<>();
    private final MapNode scheduling;
    private Node pullSecrets;
    private Node graceSeconds;
    private String restartPolicy;

    Pod(Cluster cluster, String id, Origin origin) {
        this.cluster = cluster;
        this.id = id;
        this.origin = origin;
        this.containers = new ListNode(origin);
        this.initContainers = new ListNode(origin);
        this.scheduling = new MapNode(origin);
    }

    Pod container(MapNode container) {
        containers.add(container);
        return this;
    }

    Pod initContainer(MapNode container) {
        initContainers.add(container);
        return this;
    }

    /** Adds a volume; a name that is there already keeps its first meaning. */
    Pod volume(MapNode volume) {
        volumes.putIfAbsent(volume.getText("name").orElseThrow(), volume);
        return this;
    }

    Pod pullSecret(String name, Origin why) {
        pullSecrets = new ListNode(why).add(new MapNode(why).put("name", name));
        return this;
    }

    Pod grace(Node seconds) {
        graceSeconds = seconds;
        return this;
    }

    /** Says that the pod runs to an end. */
    Pod restart(String policy) {
        restartPolicy = policy;
        return this;
    }

    /** Takes fields of the pod that decide on which node it runs. */
    MapNode scheduling() {
        return scheduling;
    }

    MapNode template() {
        MapNode template = new MapNode(origin);
        template.map("metadata", origin).put("labels", cluster.labels(id));
        MapNode spec = template.map("spec", origin);
        spec.put("serviceAccountName", id, NO_TOKEN).put("automountServiceAccountToken", false, NO_TOKEN);
        spec.put("enableServiceLinks", false, QUIET);
        if (pullSecrets != null) {
            spec.put("imagePullSecrets", pullSecrets);
        }
        spec.put("securityContext", securityContext());
        if (restartPolicy != null) {
            spec.put("restartPolicy", restartPolicy);
        }
        if (graceSeconds != null) {
            spec.put("terminationGracePeriodSeconds", graceSeconds);
        }
        scheduling.entries().forEach(spec::put);
        spec.putUnlessEmpty("initContainers", initContainers, origin);
        spec.put("containers", containers);
        spec.putUnlessEmpty("volumes", volumes.values(), origin);
        return template;
    }

    private static MapNode securityContext() {
        MapNode context = new MapNode(RESTRICTED)
                .put("runAsNonRoot", true)
                .put("runAsUser", USER)
                .put("runAsGroup", USER)
                .put("fsGroup", USER)
                .put("fsGroupChangePolicy", "OnRootMismatch");
        context.map("seccompProfile", RESTRICTED).put("type", "RuntimeDefault");
        return context;
    }
}
