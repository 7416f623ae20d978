package dev.davit.check;

import dev.davit.document.Origin;
import dev.davit.model.ResourceKey;
import dev.davit.model.Spec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Take the findings of one rule. */
public final class Report {
    private final String id;
    private final Severity severity;
    private final Optional<String> target;
    private final Consumer<Finding> findings;

    /**
     * Make a report for one rule.
     *
     * @param target the target that is looked at; null for the definition itself
     */
    public Report(String id, Severity severity, String target, Consumer<Finding> findings) {
        this.id = Objects.requireNonNull(id, "id");
        this.severity = Objects.requireNonNull(severity, "severity");
        this.target = Optional.ofNullable(target);
        this.findings = Objects.requireNonNull(findings, "findings");
    }

    /**
     * Report a property of a resource.
     *
     * @param property the property whose call is at fault; where the user never set it, the call that created the resource is
     *     shown
     */
    public void add(Spec spec, String property, String what, String why, String fix) {
        boolean set = spec.declaration().sets(property);
        add(spec.key(), set ? spec.origin(property) : spec.declaration().created(), what, why, fix);
    }

    /** Report a resource as a whole. */
    public void add(Spec spec, String what, String why, String fix) {
        add(spec.key(), spec.declaration().created(), what, why, fix);
    }

    /** Report the definition or the target as a whole. */
    public void add(String what, String why, String fix) {
        add((ResourceKey) null, null, what, why, fix);
    }

    /** Report a call of the user's; resource and call may be null. */
    public void add(ResourceKey resource, Origin origin, String what, String why, String fix) {
        boolean located = origin != null && origin.location().isPresent();
        findings.accept(new Finding(
                id,
                severity,
                what,
                why,
                fix,
                target,
                Optional.ofNullable(resource),
                located ? List.of(origin) : List.of(),
                Optional.empty()));
    }
}
