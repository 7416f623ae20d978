package dev.davit.check.rule;

import dev.davit.NativeRuntime;
import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.model.Assembly;
import dev.davit.model.WorkloadSpec;

/**
 * PKG002: warn of a program with two start commands: the runtime's own and another one beside it, of which one alone is used.
 *
 * <p>Neither call is wrong by itself, and both targets take {@code command}; so it warns.
 */
public final class ProgramHasOneStart implements Rule {
    @Override
    public String id() {
        return "PKG002";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "A program has one start command";
    }

    @Override
    public void check(Assembly assembly, Report report) {
        for (WorkloadSpec spec : assembly.specs(WorkloadSpec.class)) {
            if (!spec.command().isEmpty()
                    && spec.source() instanceof NativeRuntime runtime
                    && !runtime.start().isBlank()) {
                report.add(
                        spec,
                        "command",
                        spec.key() + " has two start commands",
                        "the one of .command(...) is used, and that of .start(...) never runs",
                        "keep one: .start(\"...\") takes a line for a shell, .command(...) takes separate words");
            }
        }
    }
}
