package dev.davit.check.rule;

import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.SecretPattern;
import dev.davit.check.Severity;
import dev.davit.document.Origin;
import dev.davit.model.Assembly;
import dev.davit.model.Placement;
import dev.davit.model.RawEdit;
import dev.davit.model.ResourceKey;
import dev.davit.model.Setting;
import dev.davit.model.Spec;

/**
 * SEC001: refuse text that is a secret by its form ({@link SecretPattern}), wherever a user can write one: in variables,
 * commands, builds, headers, addresses of repositories, settings, outputs and raw edits.
 *
 * <p>What is written in a definition is in the repository, in the files that synth writes and in what a platform shows to
 * everyone who may look. The message never holds the text.
 */
public final class NoSecretIsWrittenOut implements Rule {
    private static final String WHY =
            "whoever reads the repository, the files of synth or the platform's pages can use it, and history keeps it";
    private static final String FIX =
            "take it back where it was issued, and give the new one to the platform: infra.secret(\"...\")";

    @Override
    public String id() {
        return "SEC001";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "No secret is written into a definition";
    }

    @Override
    public void check(Assembly assembly, Report report) {
        assembly.specs().forEach(spec -> check(spec, report));
        assembly.outputs().forEach(it -> check(null, it.origin(), "output " + it.name(), it.value(), report));
        for (Placement placement : assembly.placements()) {
            for (Setting it : placement.settings()) {
                check(it.resource().orElse(null), it.origin(), "setting " + it.name(), it.value(), report);
            }
            for (RawEdit it : placement.rawEdits()) {
                check(
                        it.resource(),
                        it.origin(),
                        "the raw edit of " + it.edit().path(),
                        it.edit().value(),
                        report);
            }
        }
    }

    private static void check(Spec spec, Report report) {
        spec.properties().forEach((property, value) -> {
            Origin call = spec.declaration().sets(property)
                    ? spec.origin(property)
                    : spec.declaration().created();
            check(spec.key(), call, property, value, report);
        });
    }

    private static void check(ResourceKey resource, Origin call, String property, Object value, Report report) {
        LiteralText.in(
                property,
                value,
                (what, text) -> SecretPattern.in(text)
                        .ifPresent(
                                pattern -> report.add(resource, call, what + " holds " + pattern.words(), WHY, FIX)));
    }
}
