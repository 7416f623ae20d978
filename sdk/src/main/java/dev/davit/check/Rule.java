package dev.davit.check;

import dev.davit.model.Assembly;
import dev.davit.model.Desired;

/**
 * Look for one kind of mistake. Implement it, and either add it with {@code infra.rule(new MyRule())} or name the class in
 * {@code META-INF/services/dev.davit.check.Rule} of a jar on the class path.
 */
public interface Rule {
    /** Give the id under which findings are reported and acknowledged: capital letters and digits, such as {@code ACME001}. */
    String id();

    /** Give how bad a finding is. */
    Severity severity();

    /** Say in one sentence what the rule demands. */
    String title();

    /** Look at the definition, before any target. Does nothing unless overridden. */
    default void check(Assembly assembly, Report report) {}

    /** Look at what a target is to have, with raw edits in. Does nothing unless overridden. */
    default void check(Desired desired, Report report) {}
}
