package dev.davit.k8s.operate;

import dev.davit.apply.Fence;
import dev.davit.apply.LeaseStore;
import dev.davit.apply.Operator;
import dev.davit.apply.Readiness;
import dev.davit.apply.Refusal;
import dev.davit.apply.ReleaseStore;
import dev.davit.apply.Ticker;
import dev.davit.apply.Written;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.ApplyParameters;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import dev.davit.k8s.ownership.Homes;
import dev.davit.plan.Action;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Wanted;
import java.util.List;
import java.util.Optional;

/** Carries plans out on a Kubernetes cluster. */
public final class KubernetesOperator implements Operator {
    private final ApiServer api;
    private final Homes homes;
    private final Preflight preflight;
    private final Applying applying;
    private final Patching patching;
    private final Adopting adopting;
    private final HandingOver handingOver;
    private final Deleting deleting;
    private final Watching watching;

    private volatile Home home;
    private volatile Optional<Live> namespace = Optional.empty();
    private volatile boolean homeGoes;

    /** Carry plans out on the cluster of an API server, which stays open. */
    public KubernetesOperator(ApiServer api, Homes homes) {
        this(api, homes, Ticker.SYSTEM);
    }

    KubernetesOperator(ApiServer api, Homes homes, Ticker ticker) {
        Locator locator = new Locator(api, ticker);
        this.api = api;
        this.homes = homes;
        this.preflight = new Preflight(api);
        this.applying = new Applying(api, locator);
        this.patching = new Patching(api, locator);
        this.adopting = new Adopting(api, locator);
        this.handingOver = new HandingOver(api, locator);
        this.deleting = new Deleting(api, locator, ticker);
        this.watching = new Watching(api, locator, new Surroundings(api, ticker));
    }

    @Override
    public List<Refusal> preflight(Plan plan) {
        return preflight.missing(plan, settle(plan));
    }

    @Override
    public LeaseStore lease(String stack, String stage) {
        return new ClusterLease(api, home(stack, stage), this::makeNamespace, () -> homeGoes);
    }

    @Override
    public void begin(Plan plan, int release, Fence fence) {
        Home settled = settle(plan);
        if (makesHome(plan, settled) && api.get(namespacePath(settled)).notFound()) {
            fence.check();
            makeNamespace();
        }
        new Parent(api, settled).grow(plan, fence);
    }

    @Override
    public Written perform(Step step, Fence fence) {
        String set = settled().id();
        return switch (step.verb()) {
            case APPLY -> applying.apply(step, set, fence);
            case PATCH -> applying.note(patching.patch(step, fence));
            case ADOPT -> applying.note(adopting.adopt(step, fence));
            case HAND_OVER -> applying.note(handingOver.handOver(step, set, fence));
            case DELETE, DELETE_ORPHAN -> delete(step, set, fence);
        };
    }

    private Written delete(Step step, String set, Fence fence) {
        Written written = deleting.delete(step, set, fence);
        if (step.key().kind().equals("Namespace")
                && step.key().name().equals(settled().namespace())) {
            homeGoes = true;
        }
        return written;
    }

    @Override
    public Readiness readiness(Step step, Written written, Fence fence) {
        return switch (step.verb()) {
            case APPLY, PATCH -> watching.readiness(step, written, fence);
            case ADOPT, HAND_OVER -> Readiness.ready("done");
            case DELETE, DELETE_ORPHAN -> deleting.readiness(step);
        };
    }

    @Override
    public void finish(Plan plan, Fence fence) {
        if (!homeGoes) {
            new Parent(api, settle(plan)).shrink(plan, fence);
        }
    }

    @Override
    public ReleaseStore releases(String stack, String stage) {
        return new ReleaseSecrets(api, home(stack, stage), () -> homeGoes);
    }

    private Home settle(Plan plan) {
        namespace = Home.namespaceObject(plan.wanted()).map(Live::new);
        Wanted wanted = plan.wanted();
        home = Home.namespaceOf(wanted)
                .or(() -> Home.mostly(plan.changes().stream().map(it -> scope(it.key()))))
                .map(it -> new Home(wanted.stack(), wanted.stage(), it))
                .orElseGet(() -> homes.find(wanted.stack(), wanted.stage()));
        return home;
    }

    private static String scope(ObjectKey key) {
        return key.kind().equals("Namespace") ? key.name() : key.scope();
    }

    private Home settled() {
        if (home == null) {
            throw new IllegalStateException("a step belongs to a plan that was begun");
        }
        return home;
    }

    private Home home(String stack, String stage) {
        Home known = home;
        return known != null && known.isOf(stack, stage) ? known : homes.find(stack, stage);
    }

    /** Lease and parent are in the namespace, so it comes before both; the plan's first step finds it as wanted. */
    private void makeNamespace() {
        Home settled = settled();
        MapNode wanted = namespace
                .map(Live::tree)
                .orElseThrow(() -> Answers.refused(
                        "there is no namespace " + settled.namespace() + ", and the definition makes none",
                        "Namespace " + settled.namespace(),
                        "create the namespace"));
        Reply reply = api.apply(
                namespacePath(settled),
                Applying.member(wanted, settled.id()),
                ApplyParameters.cautious(Applying.MANAGER));
        if (!reply.ok() && !reply.conflict()) {
            throw Answers.refused(reply, "Namespace " + settled.namespace());
        }
    }

    private static boolean makesHome(Plan plan, Home home) {
        return plan.changes().stream()
                .anyMatch(it -> it.action() == Action.CREATE
                        && it.key().kind().equals("Namespace")
                        && it.key().name().equals(home.namespace()));
    }

    private static String namespacePath(Home home) {
        return "/api/v1/namespaces/" + home.namespace();
    }
}
