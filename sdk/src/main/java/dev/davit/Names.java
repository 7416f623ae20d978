package dev.davit;

import dev.davit.document.Origin;
import dev.davit.model.ResourceKey;

/** Knows which ids can be live objects' names. */
final class Names {
    private static final String ID = "[a-z]([a-z0-9-]{0,38}[a-z0-9])?";

    private Names() {}

    /** Makes the stack's name of a class name: {@code DocAi} becomes {@code doc-ai}. */
    static String stack(String className) {
        String words = className
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1-$2")
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        return words.isEmpty()
                ? "stack"
                : words.substring(0, Math.min(words.length(), 40)).replaceAll("-+$", "");
    }

    static void check(ResourceKey key, Origin origin, Problems problems) {
        if (!key.id().matches(ID)) {
            problems.add(
                    "DEF002",
                    key,
                    "id " + JavaText.quoted(key.id()) + " cannot be a live object's name",
                    "DNS takes lower-case letters, digits and dashes, starting with a letter; 40 leave room for suffixes",
                    "rename it, for example to " + JavaText.quoted(stack(key.id())),
                    origin);
        }
    }
}
