package dev.davit;

import dev.davit.document.Origin;
import dev.davit.model.ResourceKey;
import java.util.regex.Pattern;

/** Knows which ids can be live objects' names. */
final class Names {
    static final String WHY =
            "DNS takes lower-case letters, digits and dashes, starting with a letter; 40 leave room for suffixes";
    private static final Pattern ID = Pattern.compile("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");

    private Names() {}

    /** Gives a class's name as its source has it; a lambda's own would differ from one run to the next. */
    static String of(Class<?> type) {
        String name = type.getName();
        int lambda = type.isHidden() ? name.indexOf("$$Lambda") : -1;
        return lambda > 0 ? name.substring(0, lambda) : name;
    }

    /** Gives the last part of a binary name. */
    static String simple(String binaryName) {
        return binaryName.substring(Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1);
    }

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

    static boolean valid(String id) {
        return ID.matcher(id).matches();
    }

    static void check(ResourceKey key, Origin origin, Problems problems) {
        if (!valid(key.id())) {
            problems.add(
                    "DEF002",
                    key,
                    "id " + JavaText.quoted(key.id()) + " cannot be a live object's name",
                    WHY,
                    "rename it, for example to " + JavaText.quoted(stack(key.id())),
                    origin);
        }
    }
}
