package dev.davit.importing;

import dev.davit.check.SecretPattern;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tell a secret that somebody wrote into a file. By its form, as SEC001 does; here by its variable's name as well, since a value
 * that is asked for in vain costs one answer, and one that is committed again costs the secret.
 */
public final class SecretLiteral {
    private static final Pattern NAME =
            Pattern.compile("(.*_)?(PASSWORDS?|PASSWD|PASS|SECRETS?|KEYS?|APIKEYS?|TOKENS?|CREDENTIALS?)(_.*)?");
    private static final Pattern HARMLESS =
            Pattern.compile("(.*_)?(PUBLIC|PUBLISHABLE|MAX|COUNT|LIMIT|TTL|URL|NAME|ID|PATH|FILE)(_.*)?");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9+/=_.!@#%^&*-]{10,}");
    private static final Pattern PLACEHOLDER =
            Pattern.compile(".*(your|change|example|placeholder|replace|xxx|todo|dummy|secret|password|<|\\$).*");

    private SecretLiteral() {}

    /** Say whether the value of a variable is most likely a secret. */
    public static boolean is(String key, String value) {
        return SecretPattern.in(value).isPresent()
                || NAME.matcher(key.toUpperCase(Locale.ROOT)).matches()
                        && !HARMLESS.matcher(key.toUpperCase(Locale.ROOT)).matches()
                        && VALUE.matcher(value).matches()
                        && value.chars().anyMatch(Character::isDigit)
                        && value.chars().anyMatch(Character::isLetter)
                        && !PLACEHOLDER.matcher(value.toLowerCase(Locale.ROOT)).matches();
    }
}
