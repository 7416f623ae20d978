package dev.davit.check.rule;

import dev.davit.Scale;
import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.model.Assembly;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.WorkloadSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SCL001: demand of what scales by itself a least, a most and something to scale by, and only one that scales it.
 *
 * <p>Render takes no scaling without a target; source: https://render.com/docs/scaling. KEDA's own bounds are 0 and 100
 * instances; source: https://keda.sh/docs/latest/reference/scaledobject-spec/. Two scalers of one workload undo each other's
 * work; source: https://keda.sh/docs/latest/concepts/scaling-deployments/
 */
public final class ScaleIsBounded implements Rule {
    private static final List<String> SERVICE = List.of("/scaling/minInstances", "/scaling/maxInstances");
    private static final List<String> AUTOSCALER = List.of("/spec/minReplicas", "/spec/maxReplicas");
    private static final List<String> SCALED_OBJECT = List.of("/spec/minReplicaCount", "/spec/maxReplicaCount");

    @Override
    public String id() {
        return "SCL001";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "What scales has a least, a most, a reason to scale, and one scaler";
    }

    @Override
    public void check(Assembly assembly, Report report) {
        for (WorkloadSpec spec : assembly.specs(WorkloadSpec.class)) {
            Scale scale = spec.scale();
            if (scale.min() < scale.max() && !scale.isElastic()) {
                report.add(
                        spec,
                        "scale",
                        spec.key() + " says how many instances, but not when",
                        "from " + scale.min() + " to " + scale.max()
                                + " instances may run, and nothing decides between them",
                        "add .cpu(70), .memory(80) or .queueDepth(...); or run a fixed number with Scale.fixed("
                                + scale.min() + ")");
            }
        }
    }

    @Override
    public void check(Desired desired, Report report) {
        Culprit culprit = new Culprit(desired, report);
        for (DesiredObject object : desired.objects()) {
            if (object.tree().getMap("scaling").isPresent()) {
                bounds(object, SERVICE, culprit);
            }
        }
        Map<String, DesiredObject> scaled = new LinkedHashMap<>();
        for (Manifest manifest : Manifest.in(desired)) {
            if (manifest.is("HorizontalPodAutoscaler", "ScaledObject")) {
                bounds(manifest.object(), manifest.is("ScaledObject") ? SCALED_OBJECT : AUTOSCALER, culprit);
                alone(manifest, scaled, culprit);
            }
        }
    }

    private static void bounds(DesiredObject object, List<String> pointers, Culprit culprit) {
        for (String pointer : pointers) {
            if (new Manifest(object).number(pointer).isEmpty()) {
                culprit.report(
                        object,
                        pointer,
                        object.address() + " scales without " + pointer.substring(pointer.lastIndexOf('/') + 1),
                        "the platform's own bound is not one that you chose, and the bill follows it",
                        "set " + pointer + " to a whole number");
            }
        }
    }

    /** A workload is named by kind and name; KEDA takes a Deployment where the kind is left out. */
    private static void alone(Manifest scaler, Map<String, DesiredObject> scaled, Culprit culprit) {
        String of = scaler.text("/spec/scaleTargetRef/kind").orElse("Deployment") + "/"
                + scaler.text("/spec/scaleTargetRef/name").orElse("");
        DesiredObject other = scaled.putIfAbsent(of, scaler.object());
        if (other != null) {
            culprit.report(
                    scaler.object(),
                    "/spec/scaleTargetRef",
                    of + " is scaled by " + other.address() + " and by "
                            + scaler.object().address(),
                    "each sets the number that it wants, so instances start and stop without end",
                    "keep one of them; a ScaledObject can take several triggers, processor use among them");
        }
    }
}
