package dev.davit.importing;

import dev.davit.check.SecretPattern;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tell a secret that somebody wrote into a file. By its form, as SEC001 does; here by its name as well, since a value that is asked for
 * in vain costs one answer, and one that is committed again costs the secret.
 */
public final class SecretLiteral {
    private static final Pattern NAME = Pattern.compile(
            "(.*_)?(\\w*PASSWORDS?|PASSWD|PASS|PWD|SECRETS?|KEYS?|APIKEYS?|TOKENS?|CREDENTIALS?)(_.*)?");
    /** Of these any word that is no placeholder is a secret: people choose short ones. */
    private static final Pattern STRONG = Pattern.compile("(.*_)?(\\w*PASSWORD|PASSWD|PWD)");

    private static final Pattern HARMLESS = Pattern.compile(
            "(.*_)?(PUBLIC|PUBLISHABLE|MAX|COUNT|LIMIT|TTL|URL|NAME|ID|PATH|FILE|REF|EXISTING|EMPTY|ALLOW)(_.*)?");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9+/=_.!@#%^&*-]{10,}");
    private static final Pattern SHORT = Pattern.compile("\\S{4,}");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            ".*(your|change|example|placeholder|replace|xxx|todo|dummy|<|\\$|\\{\\{).*|(my)?(secret|password)|true|false|none|null");
    /** A word for a secret, then its value, in the text of a command, a file or a comment. */
    private static final Pattern WRITTEN_OUT = Pattern.compile(
            "(?i)(password|passwd|secret|token|api[-_]?key)[\"']?\\s*[=:]\\s*[\"']?(?![\\w./-]*[({$<])(?=[^\\s\"']*\\d)([^\\s\"'&;,$<>{}()]{6,})");

    private SecretLiteral() {}

    /** Say whether the value of a variable or a field is most likely a secret. */
    public static boolean is(String key, String value) {
        if (SecretPattern.in(value).isPresent()) {
            return true;
        }
        String name = key.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toUpperCase(Locale.ROOT);
        if (HARMLESS.matcher(name).matches()
                || PLACEHOLDER.matcher(value.toLowerCase(Locale.ROOT)).matches()) {
            return false;
        }
        return STRONG.matcher(name).matches() && SHORT.matcher(value).matches()
                || NAME.matcher(name).matches()
                        && VALUE.matcher(value).matches()
                        && value.chars().anyMatch(Character::isDigit);
    }

    /** Say whether a longer text, such as a command or a file, most likely has a secret in it. */
    public static boolean isIn(String text) {
        if (SecretPattern.in(text).isPresent()) {
            return true;
        }
        var found = WRITTEN_OUT.matcher(text);
        while (found.find()) {
            if (!PLACEHOLDER.matcher(found.group(2).toLowerCase(Locale.ROOT)).matches()) {
                return true;
            }
        }
        return false;
    }
}
