package dev.davit.render.importing;

import dev.davit.check.SecretPattern;
import dev.davit.document.MapNode;
import dev.davit.importing.Decision;
import dev.davit.importing.Decision.Kind;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells a secret that somebody wrote into a file. By its form, as SEC001 does; here by its variable's name as well, since a value
 * that is asked for in vain costs one answer, and one that is committed again costs the secret.
 */
final class Literals {
    private static final Pattern NAME =
            Pattern.compile("(.*_)?(PASSWORDS?|PASSWD|PASS|SECRETS?|KEYS?|APIKEYS?|TOKENS?|CREDENTIALS?)(_.*)?");
    private static final Pattern HARMLESS =
            Pattern.compile("(.*_)?(PUBLIC|PUBLISHABLE|MAX|COUNT|LIMIT|TTL|URL|NAME|ID|PATH|FILE)(_.*)?");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9+/=_.!@#%^&*-]{10,}");
    private static final Pattern PLACEHOLDER =
            Pattern.compile(".*(your|change|example|placeholder|replace|xxx|todo|dummy|secret|password|<|\\$).*");

    private Literals() {}

    static boolean isSecret(String key, String value) {
        return SecretPattern.in(value).isPresent()
                || NAME.matcher(key.toUpperCase(Locale.ROOT)).matches()
                        && !HARMLESS.matcher(key.toUpperCase(Locale.ROOT)).matches()
                        && VALUE.matcher(value).matches()
                        && value.chars().anyMatch(Character::isDigit)
                        && value.chars().anyMatch(Character::isLetter)
                        && !PLACEHOLDER.matcher(value.toLowerCase(Locale.ROOT)).matches();
    }

    /** Says that a secret is taken out of a variable of a resource. */
    static Decision decision(BlueprintFile file, MapNode entry, String key, String path) {
        return file.decision(
                Kind.SECRET,
                entry,
                key,
                path + "/envVars/" + key,
                key + " holds a secret",
                "its value is not written to Java: give it to Render, and a new one, for this one was in a file");
    }
}
