package dev.davit.check;

import dev.davit.model.Assembly;
import dev.davit.model.WorkloadSpec;

/** A rule as a user would write one. */
public final class OwnerRule implements Rule {
    @Override
    public String id() {
        return "ACME002";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Every workload has an owner";
    }

    @Override
    public void check(Assembly assembly, Report report) {
        assembly.specs(WorkloadSpec.class).stream()
                .filter(it -> !it.env().containsKey("OWNER"))
                .forEach(it -> report.add(
                        it, it.key() + " has no owner", "nobody is called at night", ".env(\"OWNER\", \"a team\")"));
    }
}
