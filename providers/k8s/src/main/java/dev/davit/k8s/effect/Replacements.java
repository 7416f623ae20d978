package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.ObjectKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Plan how objects that cannot be changed in place become what is wanted. */
public final class Replacements {
    private final List<MapNode> wanted;
    private final ClusterFacts facts;
    private final Set<String> permitted;

    /**
     * Plan within a stack.
     *
     * @param wanted all objects of the stack in the words of the definition, as {@link LogicalNames#resolve} gave them
     * @param facts what stands around them
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
        throw new UnsupportedOperationException(facts + " " + permitted + " " + this.wanted);
    }
}
