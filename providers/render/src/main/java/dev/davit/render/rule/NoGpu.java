package dev.davit.render.rule;

import dev.davit.check.Report;
import dev.davit.model.Desired;
import dev.davit.model.WorkloadSpec;
import dev.davit.render.blueprint.Offer;
import dev.davit.render.blueprint.Plans;
import dev.davit.render.blueprint.Variable;

/**
 * RND001: refuse graphics processors. No plan of the Blueprint schema of 2026-10-02 has one, nor has Render's API description of
 * August 2026 a word for them.
 */
public final class NoGpu extends RenderRule {
    @Override
    public String id() {
        return "RND001";
    }

    @Override
    public String title() {
        return "Nothing on Render asks for a GPU.";
    }

    @Override
    void look(Desired desired, Report report) {
        Offer largest = Plans.SERVER.largest();
        for (WorkloadSpec spec : workloads(desired)) {
            if (spec.gpu().isPresent()) {
                report.add(
                        spec,
                        "gpu",
                        "Render has no GPU instances",
                        "none of Render's instance types has a GPU (largest: "
                                + largest.cpu().quantity() + " CPU, "
                                + largest.memory().inGibRoundedUp() + " GB)",
                        "infra.deployTo(Kubernetes.context(\"...\"), " + Variable.of(spec.key())
                                + ");   or remove .gpu(...)");
            }
        }
    }
}
