package dev.davit.render.importing;

import dev.davit.importing.SecretLiteral;
import dev.davit.render.compare.Live;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which texts of a workspace have a secret in them: by how they look, and by being one that stands elsewhere, too. */
final class LiveSecrets {
    /** What {@code generateValue} makes: 256 bits; source: https://render.com/docs/blueprint-spec. */
    private static final Pattern GENERATED = Pattern.compile("[A-Za-z0-9+/]{43}=");

    private static final Pattern DIGIT = Pattern.compile(".*[0-9].*", Pattern.DOTALL);

    /** A shorter one is a word that others may use as well. */
    private static final int SHORTEST = 8;

    /** A shorter one may be part of a word. */
    private static final int SHORTEST_PART = 12;

    private final Set<String> whole = new HashSet<>();
    private final List<String> parts;

    /**
     * Knows those of a workspace.
     *
     * @param known the passwords of its data stores
     */
    LiveSecrets(Collection<String> known, List<Live> all) {
        whole.addAll(known);
        all.forEach(live -> live.variables().forEach((key, value) -> {
            if (value.length() >= SHORTEST && looksSo(key, value)) {
                whole.add(value);
            }
        }));
        parts = whole.stream()
                .filter(it -> it.length() >= SHORTEST_PART && DIGIT.matcher(it).matches())
                .toList();
    }

    private static boolean looksSo(String key, String value) {
        return SecretLiteral.is(key, value) || GENERATED.matcher(value).matches();
    }

    /** Says whether the value of a variable is one, or has one in it. */
    boolean is(String key, String value) {
        return looksSo(key, value) || whole.contains(value) || hasPart(value);
    }

    /** Says whether a longer text, such as a command, has one in it. */
    boolean isIn(String text) {
        return SecretLiteral.isIn(text) || hasPart(text);
    }

    private boolean hasPart(String text) {
        return parts.stream().anyMatch(text::contains);
    }
}
