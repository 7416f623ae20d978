package dev.davit.k8s.effect;

import dev.davit.plan.Effect;
import dev.davit.plan.Evidence;
import dev.davit.plan.Impact;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Say what users feel of a transition.
 *
 * <p>Computed from the object before and after and from what stands around it. What is not known is said in the reason and
 * lowers the evidence; it never makes an effect milder.
 */
public final class Effects {
    private final ClusterFacts facts;

    /** Judge within these facts. */
    public Effects(ClusterFacts facts) {
        this.facts = facts;
    }

    /**
     * Name the kinds, as {@link dev.davit.plan.ObjectKey#kind} does, whose live objects are worth reading for these
     * transitions: see {@link ClusterFacts#with}. Nothing is needed where nothing changes.
     */
    public static Set<String> reads(Collection<Transition> transitions) {
        return new TreeSet<>();
    }

    /** Judge one transition. */
    public Impact of(Transition transition) {
        return Impact.of(Effect.OUTAGE, Evidence.ASSUMED, "not judged");
    }
}
