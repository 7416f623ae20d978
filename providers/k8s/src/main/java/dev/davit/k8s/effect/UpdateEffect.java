package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Effect;
import dev.davit.plan.Evidence;
import dev.davit.plan.Impact;
import java.util.Set;

/** Judges an object that stays and changes. */
final class UpdateEffect {
    /** Kinds whose controllers, or the API server itself, read instructions in their labels or annotations. */
    private static final Set<String> LISTENING =
            Set.of(KindName.INGRESS, KindName.SERVICE, KindName.ROUTE, KindName.NAMESPACE);

    private final String kind;
    private final MapNode live;
    private final MapNode after;
    private final ClusterFacts facts;

    UpdateEffect(String kind, MapNode live, MapNode after, ClusterFacts facts) {
        this.kind = kind;
        this.live = live;
        this.after = after;
        this.facts = facts;
    }

    Impact impact() {
        return Changed.fields(live, after).isEmpty() ? metadata() : fields();
    }

    private Impact metadata() {
        boolean heard = LISTENING.contains(kind) || !KnownKinds.has(kind);
        Set<String> changed = Changed.entries(Fields.map(live, "metadata"), Fields.map(after, "metadata"));
        if (!changed.contains("labels") && !changed.contains("annotations")) {
            return Said.proven("nothing changes that anything running reads");
        }
        return heard
                ? Impact.of(
                        Effect.NONE,
                        Evidence.ASSUMED,
                        "labels or annotations alone change; a controller may read instructions in them")
                : Said.proven("labels or annotations alone change");
    }

    private Impact fields() {
        switch (kind) {
            case KindName.DEPLOYMENT:
                return new DeploymentEffect(live, after, facts).impact();
            case KindName.STATEFUL_SET:
                return new StatefulSetEffect(live, after, facts).impact();
            case KindName.DAEMON_SET:
                return new DaemonSetEffect(live, after, facts).impact();
            case KindName.JOB:
                return JobEffect.ofJob(live, after);
            case KindName.CRON_JOB:
                return JobEffect.ofCronJob(live, after);
            case KindName.POD:
                return Said.perhapsRestart("a container restarts in place when its image changes", "a Deployment");
            case KindName.CONFIG_MAP:
            case KindName.SECRET:
                return new ConfigEffect(Fields.key(live), facts).update(live, after);
            case KindName.SERVICE:
                return new ServiceEffect(live, after, facts).impact();
            case KindName.INGRESS:
                return new IngressEffect(live, facts).update(live, after);
            case KindName.ROUTE:
                return RouteEffect.update(live, after);
            case KindName.NETWORK_POLICY:
                return new NetworkPolicyEffect(live, facts).update(live, after);
            case KindName.CLAIM:
                return new ClaimEffect(live, facts).update(after);
            case KindName.AUTOSCALER:
                return autoscaler();
            default:
                return other();
        }
    }

    private Impact autoscaler() {
        long most = Fields.number(after, "spec", "maxReplicas").orElse(Long.MAX_VALUE);
        long now = Fields.number(live, "status", "currentReplicas").orElse(0L);
        return now > most
                ? Said.rolling(Said.many(now - most, "pod") + " of " + now + " stop: spec.maxReplicas falls to " + most)
                : Said.none("it counts from the next look at the load on");
    }

    private Impact other() {
        if (AccessEffect.KINDS.contains(kind)) {
            return AccessEffect.update(live, after);
        }
        if (KnownKinds.SILENT.contains(kind) || kind.equals(KindName.SCALED_OBJECT)) {
            return Said.none("running pods stay as they are");
        }
        return Said.perhapsRestart(
                "what the controller of " + Fields.text(live, "kind").orElse("this kind") + " does with "
                        + String.join(", ", Changed.fields(live, after)) + " is not known",
                "nothing that is known; its documentation tells");
    }
}
