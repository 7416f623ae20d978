package dev.davit.k8s.manifest;

import dev.davit.document.MapNode;
import dev.davit.model.Kind;
import dev.davit.model.Setting;
import dev.davit.model.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes all objects of a workload. */
final class Workloads {
    private static final String PODS = "-pods";

    private final Cluster cluster;
    private final WorkloadSpec spec;
    private final Optional<Access> access;
    private final List<MapNode> objects = new ArrayList<>();

    private Workloads(Cluster cluster, WorkloadSpec spec) {
        this.cluster = cluster;
        this.spec = spec;
        Optional<Setting> host = spec.isService() ? cluster.settings().expose(spec.key()) : Optional.empty();
        this.access = host.map(it -> new Access(cluster, spec, it));
    }

    static List<MapNode> of(Cluster cluster, WorkloadSpec spec) {
        cluster.verdicts().exact(spec.key());
        if (!Connections.waiting(cluster.scope(), spec.key()).isEmpty()) {
            PreDeploy.report(cluster, spec);
            new BuiltImages(cluster).of(spec);
            return List.of();
        }
        Workloads workloads = new Workloads(cluster, spec);
        workloads.add();
        return workloads.objects;
    }

    private void add() {
        ModelFetch fetch = new ModelFetch(cluster, spec);
        fetch.report();
        objects.add(Owned.serviceAccount(cluster, spec.id()));
        access.ifPresent(it -> objects.add(it.configMap().tree()));
        MapNode controller = controller(new WorkloadPod(cluster, spec));
        Waivers.write(controller, spec, fetch.hasUnknownSize());
        moved(controller);
        objects.add(controller);
        if (!spec.isJob()) {
            services();
            objects.addAll(Autoscaling.of(cluster, spec));
            objects.add(Owned.disruptionBudget(cluster, spec));
            ingress();
        }
        objects.add(policy());
    }

    private MapNode controller(WorkloadPod pod) {
        if (spec.kind() == Kind.CRON_JOB) {
            return Jobs.onSchedule(cluster, spec, pod.pod());
        }
        if (spec.kind() == Kind.JOB) {
            cluster.verdicts()
                    .emulated(
                            spec.key(),
                            "the job is named by what it does: it runs when that changes, not at every deploy");
            return Jobs.once(cluster, spec, pod.pod());
        }
        if (spec.disk().isEmpty()) {
            return new Deployments(cluster, spec).of(pod);
        }
        return new Stateful(cluster, spec, pod.pod())
                .claim(WorkloadPod.diskVolume(spec), spec.disk().orElseThrow().size(), spec.origin("disk"))
                .tree(spec.isService() ? spec.id() + PODS : spec.id());
    }

    /** Those who apply a rename need both names. */
    private void moved(MapNode controller) {
        spec.declaration()
                .movedFrom()
                .ifPresent(id -> controller
                        .getMap("metadata")
                        .flatMap(it -> it.getMap("annotations"))
                        .orElseGet(() -> controller
                                .getMap("metadata")
                                .orElseThrow()
                                .map("annotations", spec.origin("movedFrom")))
                        .put("davit.dev/moved-from", id, spec.origin("movedFrom")));
    }

    private void services() {
        if (spec.isService()) {
            List<MapNode> ports = new ArrayList<>();
            ports.add(Owned.port(WorkloadPod.HTTP, spec.port(), spec.origin("port")));
            access.ifPresent(it -> ports.add(it.servicePort()));
            objects.add(Owned.service(cluster, spec, ports.toArray(MapNode[]::new)));
        }
        if (spec.disk().isPresent()) {
            String name = spec.isService() ? spec.id() + PODS : spec.id();
            objects.add(Owned.headlessService(cluster, name, spec.id()));
        }
    }

    private void ingress() {
        List<Ingresses.Host> hosts = new ArrayList<>();
        access.ifPresent(it -> hosts.add(it.host()));
        spec.domains()
                .forEach(host -> hosts.add(new Ingresses.Host(host, WorkloadPod.HTTP, spec.origin("domain." + host))));
        if (!hosts.isEmpty()) {
            Optional<Long> timeout = Optional.of(Seconds.ofRoundedUp(spec.requestTimeout()));
            objects.add(Ingresses.of(cluster, spec, hosts, timeout));
        } else if (spec.kind() == Kind.WEB_SERVICE) {
            reportNoDomain();
        }
    }

    private void reportNoDomain() {
        cluster.verdicts().emulated(spec.key(), "without a domain it is reached inside the cluster alone");
        cluster.findings()
                .warning(Findings.PUBLIC_ADDRESS)
                .add(
                        spec,
                        "the public cannot reach " + spec.key(),
                        "a cluster gives no host names away, and it has no domain of yours",
                        "give it one: .domain(\"" + spec.id() + ".example.com\")");
    }

    private MapNode policy() {
        NetworkPolicies policy = new NetworkPolicies(cluster, spec.id());
        if (spec.isService()) {
            policy.fromCallers(spec.key(), spec.port());
        }
        access.ifPresent(it -> policy.fromPublic(it.port()));
        if (!spec.domains().isEmpty()) {
            policy.fromPublic(spec.port());
        }
        return policy.toCallees(spec.key())
                .toOutside(ExternalPorts.of(cluster, spec))
                .tree();
    }
}
