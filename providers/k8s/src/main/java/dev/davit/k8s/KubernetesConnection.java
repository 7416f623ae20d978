package dev.davit.k8s;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Fence;
import dev.davit.apply.Health;
import dev.davit.apply.LeaseStore;
import dev.davit.apply.Operator;
import dev.davit.apply.Readiness;
import dev.davit.apply.Refusal;
import dev.davit.apply.ReleaseStore;
import dev.davit.apply.Written;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Clusters;
import dev.davit.k8s.compare.Comparing;
import dev.davit.k8s.compare.Identity;
import dev.davit.k8s.compare.ReadAhead;
import dev.davit.k8s.manifest.Manifests;
import dev.davit.k8s.operate.AccessToken;
import dev.davit.k8s.operate.ClusterLogs;
import dev.davit.k8s.operate.KubernetesOperator;
import dev.davit.k8s.operate.WorkloadHealth;
import dev.davit.k8s.ownership.Home;
import dev.davit.k8s.ownership.Homes;
import dev.davit.model.Assembly;
import dev.davit.model.ResourceKey;
import dev.davit.plan.Comparison;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Place;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Wanted;
import dev.davit.target.CompareOptions;
import dev.davit.target.Connection;
import dev.davit.target.LogQuery;
import dev.davit.target.LogReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One cluster: read it, compare it, change it. */
final class KubernetesConnection implements Connection {
    private final ApiServer server;
    private final Homes homes;
    private final Operator operator;
    private final String context;
    private final AtomicReference<ReadAhead> ahead = new AtomicReference<>();
    private Place place;
    private ApplyException unplaced;

    KubernetesConnection(Clusters.Named cluster, Optional<String> namespace) {
        this.server = cluster.server();
        this.context = cluster.context();
        this.homes = new Homes(server, namespace);
        this.operator = new KubernetesOperator(server, homes);
    }

    /** What one thread is told, another is told too: nobody waits for a dead server twice. */
    @Override
    public synchronized Place place() {
        if (unplaced != null) {
            throw unplaced;
        }
        if (place == null) {
            try {
                place = Identity.of(server, context);
            } catch (ApplyException e) {
                unplaced = e;
                throw e;
            }
        }
        return place;
    }

    @Override
    public void readAhead(Assembly assembly) {
        Home home = new Home(assembly.name(), assembly.stage(), Manifests.namespace(assembly));
        try {
            ahead.set(ReadAhead.of(server, home, this::place));
        } catch (ApplyException saidWhereItIsNeeded) {
            ahead.set(null);
            noteDead(saidWhereItIsNeeded);
        }
    }

    private synchronized void noteDead(ApplyException failure) {
        if (place == null && failure.reason() == ApplyException.Reason.UNAVAILABLE) {
            unplaced = failure;
        }
    }

    @Override
    public Comparison compare(Wanted wanted, CompareOptions options) {
        return new Comparing(server, homes, place())
                .compare(wanted, options, Optional.ofNullable(ahead.getAndSet(null)));
    }

    /** Kinds of Kubernetes begin with a capital letter, those of others do not. */
    @Override
    public boolean names(ObjectKey key) {
        return Character.isUpperCase(key.kind().charAt(0));
    }

    @Override
    public Optional<String> offered(
            String stack, String stage, Optional<String> scope, ResourceKey resource, String property) {
        return property.equals("token")
                ? AccessToken.of(
                        server,
                        scope.map(it -> new Home(stack, stage, it)).orElseGet(() -> homes.find(stack, stage)),
                        resource.id())
                : Optional.empty();
    }

    @Override
    public List<Refusal> preflight(Plan plan) {
        return operator.preflight(plan);
    }

    @Override
    public LeaseStore lease(String stack, String stage) {
        return operator.lease(stack, stage);
    }

    @Override
    public void begin(Plan plan, int release, Fence fence) {
        operator.begin(plan, release, fence);
    }

    @Override
    public Written perform(Step step, Fence fence) {
        return operator.perform(step, fence);
    }

    @Override
    public Readiness readiness(Step step, Written written, Fence fence) {
        return operator.readiness(step, written, fence);
    }

    @Override
    public void finish(Plan plan, Fence fence) {
        operator.finish(plan, fence);
    }

    @Override
    public ReleaseStore releases(String stack, String stage) {
        return operator.releases(stack, stage);
    }

    @Override
    public List<Health> health(String stack, String stage) {
        return new WorkloadHealth(server).of(homes.find(stack, stage));
    }

    @Override
    public LogReader logs(LogQuery query) {
        return new ClusterLogs(server, homes.find(query.stack(), query.stage()), query);
    }

    @Override
    public void close() {
        server.close();
    }
}
