package dev.davit.render.rule;

import dev.davit.Scale;
import dev.davit.check.Report;
import dev.davit.model.Desired;
import dev.davit.model.WorkloadSpec;
import java.util.stream.Stream;

/**
 * RND002: hold scaling to what Render scales by: processor and memory use up to 90 percent, at most 100 instances; source:
 * https://render.com/docs/scaling
 */
public final class ScaledByLoad extends RenderRule {
    private static final int MOST_PERCENT = 90;
    private static final int MOST_INSTANCES = 100;

    @Override
    public String id() {
        return "RND002";
    }

    @Override
    public String title() {
        return "Services on Render scale by processor or memory use alone, up to 90 percent and 100 instances.";
    }

    @Override
    void look(Desired desired, Report report) {
        for (WorkloadSpec spec : workloads(desired)) {
            look(spec, spec.scale(), report);
        }
    }

    private static void look(WorkloadSpec spec, Scale scale, Report report) {
        if (scale.queueDepth().isPresent()) {
            report.add(
                    spec,
                    "scale",
                    "Render does not scale by the length of a queue",
                    "it knows processor and memory use only",
                    "Scale.fixed(n) with n = jobs per second x seconds per job; or .cpu(...) or .memory(...)");
        }
        if (Stream.of(scale.cpu(), scale.memory()).anyMatch(it -> it.orElse(0) > MOST_PERCENT)) {
            report.add(
                    spec,
                    "scale",
                    "Render holds no use above " + MOST_PERCENT + " percent",
                    "a target of its scaling goes from 1 to " + MOST_PERCENT,
                    "give " + MOST_PERCENT + " percent or less");
        }
        if (scale.max() > MOST_INSTANCES) {
            report.add(
                    spec,
                    "scale",
                    "Render runs no more than " + MOST_INSTANCES + " instances of a service",
                    "it is the limit of its scaling, by hand and by itself",
                    "ask for " + MOST_INSTANCES + " or less, of a larger plan");
        }
    }
}
