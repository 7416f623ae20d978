package dev.davit.k8s.schema;

/** Name a kind of document, the definition of its fields and the rule for its name. */
record ManifestKind(String apiVersion, String kind, boolean namespaced, String definition, NameRule name) {
    static ManifestKind read(String line) {
        String[] words = line.split(" ");
        return new ManifestKind(words[0], words[1], words[2].equals("namespaced"), words[3], NameRule.USUAL);
    }

    /** Give the first two words of a line, which name the kind. */
    static String keyOf(String line) {
        return line.substring(0, line.indexOf(' ', line.indexOf(' ') + 1));
    }

    String key() {
        return apiVersion + " " + kind;
    }

    ManifestKind named(NameRule rule) {
        return new ManifestKind(apiVersion, kind, namespaced, definition, rule);
    }
}
