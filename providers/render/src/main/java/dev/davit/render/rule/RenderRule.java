package dev.davit.render.rule;

import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.WorkloadSpec;
import java.util.List;

/** Look at what Render is to have, and at nothing else. */
abstract class RenderRule implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public final void check(Desired desired, Report report) {
        if (desired.target().equals("render")) {
            look(desired, report);
        }
    }

    abstract void look(Desired desired, Report report);

    static List<WorkloadSpec> workloads(Desired desired) {
        return desired.specs(WorkloadSpec.class);
    }

    /** Gives the plan that an object has, or nothing. */
    static String plan(DesiredObject object) {
        return object.tree().getText("plan").orElse("");
    }
}
