package dev.davit.cli.command;

import dev.davit.check.Checker;
import dev.davit.check.Rule;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import java.util.List;
import java.util.ServiceConfigurationError;

/** Finds the rules on a class path, the user's own among them. */
final class InstalledRules {
    private InstalledRules() {}

    static List<Rule> of(ClassLoader loader) {
        try {
            return Checker.installed(loader);
        } catch (ServiceConfigurationError fault) {
            throw new Failure(
                            ExitCode.BAD_INPUT,
                            "a rule on the class path cannot be made",
                            "META-INF/services/" + Rule.class.getName(),
                            String.valueOf(fault.getMessage()).replace(Rule.class.getName() + ": ", ""),
                            "correct the name, or give the class a public constructor without arguments")
                    .causedBy(fault);
        }
    }
}
