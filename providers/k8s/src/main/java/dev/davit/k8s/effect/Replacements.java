package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.ObjectKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plan how objects that cannot be changed in place become what is wanted. */
public final class Replacements {
    /** Marks what is a stack's: kubectl's label for members of an ApplySet. */
    private static final String MEMBER = "applyset.kubernetes.io/part-of";

    private static final String OTHER_NAME = "give it another name in the definition, and let its users take that";

    private final List<MapNode> wanted;
    private final ClusterFacts facts;
    private final Set<String> permitted;

    /**
     * Plan within a stack.
     *
     * @param wanted all objects of the stack in the words of the definition, as {@link LogicalNames#resolve} gave them
     * @param facts what stands around them; what an object would be, both merged, is its predicted tree
     * @param permitted objects that may be deleted though users feel it, as {@link ObjectKey} writes them
     */
    public Replacements(Collection<MapNode> wanted, ClusterFacts facts, Set<String> permitted) {
        this.wanted = List.copyOf(wanted);
        this.facts = facts;
        this.permitted = Set.copyOf(permitted);
    }

    /**
     * Plan one.
     *
     * @param live the live object, with its uid and resourceVersion
     * @param wanted the object as it is to be, one of those that the stack was made of
     */
    public Replacement of(MapNode live, MapNode wanted) {
        ObjectKey key = Fields.key(wanted);
        Immutable change = new Immutable(
                key, live, wanted, facts.predicted(key).orElse(wanted), permitted.contains(key.toString()));
        Optional<String> mark = Fields.text(live, "metadata", "labels", MEMBER);
        return mark.isEmpty()
                ? change.refused(
                        "it is not this stack's yet, and only what is ours is deleted",
                        "adopt it first as it is, with the same " + change.fields()
                                + ", and change that in a release after")
                : of(change);
    }

    private Replacement of(Immutable change) {
        switch (change.key().kind()) {
            case KindName.DEPLOYMENT:
                return new DeploymentReplacement(change, wanted, facts).plan();
            case KindName.STATEFUL_SET:
                return new StatefulSetReplacement(change, facts).plan();
            case KindName.SERVICE:
                return service(change);
            case KindName.JOB:
                return job(change);
            case KindName.DAEMON_SET:
                return daemonSet(change);
            case KindName.ROLE_BINDING:
            case KindName.CLUSTER_ROLE_BINDING:
                return change.anew(
                        "a binding names one role for good",
                        Said.outage("its subjects have no rights until the new binding is there", OTHER_NAME)
                                .lasting(1, 5),
                        OTHER_NAME);
            case KindName.CLAIM:
                return change.refused(
                        "a disk neither shrinks nor becomes one of another kind",
                        "add a claim of another name, copy the data, then move the workload to it");
            case KindName.SECRET:
            case KindName.CONFIG_MAP:
                return change.refused("pods that run read it under this name", OTHER_NAME);
            case KindName.DEFINITION:
                return change.refused(
                        "deleting a CustomResourceDefinition deletes all its objects in the cluster",
                        "define the kind under another name or group, and move the objects");
            default:
                return change.refused("what stands and falls with it is not known", OTHER_NAME);
        }
    }

    private Replacement service(Immutable change) {
        boolean outside = Fields.text(change.live(), "spec", "type")
                .filter("LoadBalancer"::equals)
                .isPresent();
        String second = "add a second Service of another name, and move its clients to it";
        String reason = "deleted, then made anew: its name resolves to nothing in between"
                + (outside ? ", and its outside address changes for good" : "");
        return change.anew(
                "the server gives a Service its address once",
                // A cluster's DNS serves an answer from its cache for up to 30 s.
                Said.outage(reason, second).lasting(1, 35),
                second);
    }

    private static Replacement job(Immutable change) {
        if (!JobEffect.isFinished(change.live())) {
            return change.refused(
                    "it has not finished, and a running job is never deleted",
                    "wait until it has finished, or give the new one another name");
        }
        return new Replacement.Planned(
                List.of(
                        Calls.delete(change.key(), change.live()),
                        Calls.apply(change.wanted(), Optional.empty(), "create " + change.key() + " anew")),
                Said.none("the job has finished; it runs anew as it is to be"),
                Set.of());
    }

    private static Replacement daemonSet(Immutable change) {
        String second = "add a DaemonSet of another name, and take this one out in a release after";
        PodTemplate old = PodTemplate.of(change.live());
        return change.anew(
                "two DaemonSets beside each other would run twice on each node",
                Rollout.lasting(
                        Said.outage("deleted, then made anew: no node has a pod of it in between", second),
                        old,
                        PodTemplate.of(change.after())),
                second);
    }
}
