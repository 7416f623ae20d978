package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Evidence;
import dev.davit.plan.Impact;
import java.util.List;
import java.util.Optional;

/** Judges an object that goes. */
final class DeletionEffect {
    private static final String KEEP = "keep it in the definition";

    private final String kind;
    private final MapNode live;
    private final ClusterFacts facts;
    private final String namespace;

    DeletionEffect(String kind, MapNode live, ClusterFacts facts) {
        this.kind = kind;
        this.live = live;
        this.facts = facts;
        this.namespace = Fields.namespace(live);
    }

    Impact impact() {
        switch (kind) {
            case KindName.DEPLOYMENT:
            case KindName.DAEMON_SET:
            case KindName.REPLICA_SET:
                return workload();
            case KindName.STATEFUL_SET:
                return statefulSet();
            case KindName.JOB:
                return JobEffect.isFinished(live)
                        ? Said.none("the job has finished")
                        : Said.outage("the job has not finished, and its pods stop", "let it finish first");
            case KindName.CRON_JOB:
                return Said.outage("no further run starts, and a run that has begun is stopped", KEEP);
            case KindName.POD:
                return Said.outage("the pod stops, and nothing starts it again", KEEP);
            case KindName.CONFIG_MAP:
            case KindName.SECRET:
                return new ConfigEffect(Fields.key(live), facts).deletion();
            case KindName.SERVICE:
                return service();
            case KindName.CLAIM:
                return new ClaimEffect(live, facts).deletion();
            case KindName.VOLUME:
                return Said.dataLoss(Evidence.ASSUMED, "the claim that is bound to it loses its disk", KEEP);
            case KindName.NAMESPACE:
                return Said.dataLoss(Evidence.DOCUMENTED, "all that is in the namespace goes with it", KEEP);
            case KindName.DEFINITION:
                return Said.dataLoss(Evidence.DOCUMENTED, "all objects of this kind in the cluster go with it", KEEP);
            case KindName.INGRESS:
                return new IngressEffect(live, facts).deletion(live);
            case KindName.NETWORK_POLICY:
                return new NetworkPolicyEffect(live, facts).deletion(live);
            case KindName.SERVICE_ACCOUNT:
                return account();
            case KindName.AUTOSCALER:
            case KindName.SCALED_OBJECT:
                return Said.none("pods stay as many as they are");
            default:
                return other();
        }
    }

    private Impact other() {
        if (AccessEffect.KINDS.contains(kind)) {
            return AccessEffect.deletion();
        }
        return KnownKinds.SILENT.contains(kind)
                ? Said.none("running pods stay as they are")
                : Said.perhapsOutage("what needs it is not known", KEEP);
    }

    private Impact workload() {
        if (!kind.equals(KindName.DAEMON_SET) && Workload.replicas(live) == 0) {
            return Said.none("it runs no pod");
        }
        return successors()
                .map(it -> Said.rolling("its pods stop; " + it))
                .orElseGet(() -> Said.outage("its pods stop, and nothing takes their place", KEEP));
    }

    /** Says who answers instead, if each Service that sends traffic here has other pods, live ones. */
    private Optional<String> successors() {
        List<MapNode> services =
                new Traffic(facts, namespace).services(PodTemplate.of(live).labels());
        List<Workload> others = Workload.running(facts, namespace).stream()
                .filter(it -> !it.key().equals(Fields.key(live)))
                .filter(it -> facts.after(it.key().kind(), namespace).stream()
                        .anyMatch(after -> Fields.name(after).equals(it.key().name())))
                .toList();
        boolean all = !services.isEmpty()
                && services.stream()
                        .allMatch(service -> others.stream()
                                .anyMatch(it ->
                                        Selection.byService(service, it.pods().labels())));
        return all
                ? Optional.of(Said.list(services.stream()
                                .map(it -> "Service " + Fields.name(it))
                                .toList()) + " has other pods")
                : Optional.empty();
    }

    private Impact statefulSet() {
        Impact pods = workload();
        if (!StatefulClaims.has(live) || !StatefulClaims.deletes(live, "whenDeleted")) {
            return pods;
        }
        List<Impact> claims = StatefulClaims.templates(live).keySet().stream()
                .flatMap(template -> StatefulClaims.live(live, template, facts).stream())
                .map(claim -> new ClaimEffect(claim, facts).deletion())
                .toList();
        Impact disks = claims.isEmpty()
                ? Said.dataLoss(
                        Evidence.ASSUMED, "its claims go with it, and what becomes of their disks is not known", KEEP)
                : Said.worst(claims);
        return pods.or(new Impact(
                disks.effect(),
                disks.evidence(),
                "persistentVolumeClaimRetentionPolicy.whenDeleted is Delete: " + disks.reason(),
                disks.seconds(),
                Optional.of("whenDeleted: Retain, in a release before")));
    }

    private Impact service() {
        List<String> reached = Workload.running(facts, namespace).stream()
                .filter(it -> Selection.byService(live, it.pods().labels()))
                .map(Workload::called)
                .toList();
        boolean silent = reached.isEmpty()
                && Workload.areKnown(facts)
                && !Fields.words(live, "spec", "selector").isEmpty();
        return silent
                ? Said.none("no running pod is behind it")
                : Said.outage(
                        "its name and address are gone for whoever calls it"
                                + (reached.isEmpty() ? "" : ": " + Said.list(reached) + " is behind it"),
                        "keep it until nobody calls it any more");
    }

    private Impact account() {
        List<String> users = Workload.after(facts, namespace).stream()
                .filter(it -> Fields.text(it.pods().spec(), "serviceAccountName")
                        .filter(Fields.name(live)::equals)
                        .isPresent())
                .map(Workload::called)
                .toList();
        if (!users.isEmpty()) {
            return Said.outage(Said.list(users) + " runs as it: no pod can start again", KEEP);
        }
        return Workload.areKnown(facts)
                ? Said.none("no workload runs as it any more")
                : Said.perhapsRolling("nothing of the stack runs as it any more; whether others do is not known");
    }
}
