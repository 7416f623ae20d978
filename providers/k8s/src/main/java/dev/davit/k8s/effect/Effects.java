package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Evidence;
import dev.davit.plan.Impact;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Say what users feel of a transition.
 *
 * <p>Computed from the object before and after and from what stands around it. What is not known is said in the reason and
 * lowers the evidence; it never makes an effect milder. An effect above rolling says what avoids it.
 *
 * <p>Proven is only what the server computed; documented what follows from it by Kubernetes' own rules; assumed the worse of
 * what is likely.
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
        Set<String> kinds = new TreeSet<>();
        transitions.forEach(it -> kinds.addAll(Reads.of(it)));
        return kinds;
    }

    /** Judge one transition. */
    public Impact of(Transition transition) {
        String kind = transition.key().kind();
        if (transition.isCreation()) {
            return CreationEffect.of(kind, transition.predicted().orElseThrow(), facts);
        }
        MapNode live = transition.live().orElseThrow();
        if (transition.isDeletion()) {
            return new DeletionEffect(kind, live, facts).impact();
        }
        Impact impact = new UpdateEffect(kind, live, transition.predicted().orElseThrow(), facts).impact();
        return transition.verified() ? impact : assumed(impact);
    }

    private static Impact assumed(Impact impact) {
        return new Impact(
                impact.effect(),
                Evidence.ASSUMED,
                impact.reason() + " (not verified by the server)",
                impact.seconds(),
                impact.avoid());
    }
}
