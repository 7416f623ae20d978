package dev.davit.k8s.importing;

import dev.davit.source.Call;
import dev.davit.source.Code;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds which objects are what resources become.
 *
 * @param drafts the resources, each after what it refers to
 * @param settings what is true of the cluster alone
 * @param exposed the resources whose handles the settings name
 * @param edits the raw edits of each resource, by the kind of object
 * @param made the paths of the objects that come of the resources
 * @param namespace whether Davit's own Namespace is among the objects
 * @param stack the name of the stack
 */
record Guess(
        List<Draft> drafts,
        List<Call> settings,
        Set<Draft> exposed,
        Map<Draft, Map<String, List<Code>>> edits,
        Set<String> made,
        boolean namespace,
        String stack) {}
