package dev.davit.k8s.manifest;

import dev.davit.Health;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;

/** Tells linters, in their own annotations, where a rule of theirs does not fit, so that what they still report counts. */
final class Waivers {
    private static final Origin WAIVED = Origin.target("a rule of a linter's does not fit here");

    private Waivers() {}

    static void write(MapNode controller, WorkloadSpec spec, boolean unknownModelSize) {
        MapNode annotations = new MapNode(WAIVED);
        if (spec.scale().isElastic()) {
            annotations.put("polaris.fairwinds.com/deploymentMissingReplicas-exempt", "true");
        }
        List<String> ignored = kubeScore(spec);
        if (unknownModelSize) {
            // A limit that is guessed too low evicts the instance in mid-download; finding MDL007 asks for the size.
            ignored.add("container-ephemeral-storage-request-and-limit");
        }
        if (!ignored.isEmpty()) {
            annotations.put("kube-score/ignore", String.join(",", ignored));
        }
        controller.getMap("metadata").orElseThrow().putUnlessEmpty("annotations", annotations, WAIVED);
    }

    private static List<String> kubeScore(WorkloadSpec spec) {
        List<String> ignored = new ArrayList<>();
        if (spec.scale().queueDepth().isPresent()) {
            // It knows no ScaledObject, so it takes a missing number for one replica.
            ignored.add("deployment-replicas");
        }
        if (spec.isService() && spec.health().flatMap(Health::path).isEmpty() && noLivenessPath(spec)) {
            // An open port is all that can be asked; the two probes differ in patience.
            ignored.add("pod-probes-identical");
        }
        if (!spec.isService() && !spec.isJob() && spec.disk().isPresent()) {
            // A worker answers nothing; its service is there to name its instance.
            ignored.add("pod-probes");
        }
        return ignored;
    }

    private static boolean noLivenessPath(WorkloadSpec spec) {
        return spec.health().flatMap(Health::liveness).isEmpty();
    }
}
