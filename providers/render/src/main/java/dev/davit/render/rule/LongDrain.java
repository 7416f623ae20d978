package dev.davit.render.rule;

import dev.davit.check.Report;
import dev.davit.model.Desired;
import dev.davit.model.WorkloadSpec;

/** RND005: hold the drain to Render's limit of 300 seconds; source: its Blueprint schema, {@code maxShutdownDelaySeconds}. */
public final class LongDrain extends RenderRule {
    private static final long LIMIT = 300;

    @Override
    public String id() {
        return "RND005";
    }

    @Override
    public String title() {
        return "An instance on Render finishes its work within 300 seconds.";
    }

    @Override
    void look(Desired desired, Report report) {
        for (WorkloadSpec spec : workloads(desired)) {
            if (spec.drain().toSeconds() > LIMIT) {
                report.add(
                        spec,
                        "drain",
                        "Render stops an instance after " + LIMIT + " seconds, whatever it is doing",
                        "the drain asked for is " + spec.drain().toSeconds() + " seconds",
                        "put the work into a job queue whose worker saves its progress, and drain within " + LIMIT
                                + " seconds");
            }
        }
    }
}
