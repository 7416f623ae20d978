package dev.davit.render.blueprint;

import dev.davit.check.Finding;
import dev.davit.model.Spec;
import dev.davit.target.Scope;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Carries what all parts of a Blueprint look into.
 *
 * @param scope what is asked for
 * @param settings Render's settings block
 * @param notes takes findings and verdicts
 * @param remarks words the findings
 * @param addresses knows services that are not on Render
 * @param secrets knows where a generated secret is kept
 */
record Context(
        Scope scope, Settings settings, Notes notes, Remarks remarks, Addresses addresses, GeneratedSecrets secrets) {
    static Context of(Scope scope, Consumer<Finding> findings) {
        Settings settings = new Settings(scope.placement());
        Notes notes = new Notes(findings);
        return new Context(
                scope,
                settings,
                notes,
                new Remarks(notes),
                new Addresses(scope.assembly(), settings),
                new GeneratedSecrets(settings));
    }

    /** Gives an id as part of a variable's name: {@code hf-token} is {@code HF_TOKEN}. */
    static String variable(String id) {
        return id.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Gives Render's word for a kind of service. */
    static String type(Spec spec) {
        return switch (spec.kind()) {
            case WEB_SERVICE, STATIC_SITE -> "web";
            case PRIVATE_SERVICE -> "pserv";
            case WORKER -> "worker";
            case CRON_JOB -> "cron";
            case JOB_QUEUE, CACHE -> "keyvalue";
            case JOB, POSTGRES, MODEL, SECRET, ENV_GROUP ->
                throw new IllegalArgumentException(spec.key() + " is no service of Render's");
        };
    }
}
