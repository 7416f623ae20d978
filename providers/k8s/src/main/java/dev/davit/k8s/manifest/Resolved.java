package dev.davit.k8s.manifest;

/** Says what a value is on the cluster. */
sealed interface Resolved {
    /**
     * Known at synth.
     *
     * @param text the text itself
     */
    record Plain(String text) implements Resolved {}

    /**
     * Known to the cluster alone.
     *
     * @param secret the Secret's name
     * @param key the key in it
     */
    record Hidden(String secret, String key) implements Resolved {}
}
