package dev.davit.render.rule;

import dev.davit.check.Report;
import dev.davit.model.Desired;
import dev.davit.model.Kind;
import dev.davit.model.WorkloadSpec;

/**
 * HLT003: make a private service open its port only when it can serve. Render asks it nothing else before it sends traffic; source:
 * https://render.com/docs/health-checks
 */
public final class OpenPortMeansReady extends RenderRule {
    @Override
    public String id() {
        return "HLT003";
    }

    @Override
    public String title() {
        return "A private service on Render opens its port only when it can serve.";
    }

    @Override
    void look(Desired desired, Report report) {
        for (WorkloadSpec spec : workloads(desired)) {
            if (spec.kind() == Kind.PRIVATE_SERVICE && !spec.opensPortWhenReady() && getsReady(spec)) {
                report.add(
                        spec,
                        property(spec),
                        "Render sends traffic to a private service as soon as its port is open",
                        "it has HTTP health checks for web services only, so requests arrive before the program is ready",
                        "let the program open its port only when it can serve, and say so: .opensPortWhenReady()");
            }
        }
    }

    /** A program that says how it becomes ready, or loads a model, has a time in which it is not. */
    private static boolean getsReady(WorkloadSpec spec) {
        return !spec.serves().isEmpty()
                || spec.health()
                        .filter(it -> it.path().isPresent() || it.startsWithin().isPresent())
                        .isPresent();
    }

    private static String property(WorkloadSpec spec) {
        return spec.health().isPresent()
                ? "health"
                : "serves." + spec.serves().get(0).id();
    }
}
