package dev.davit.document;

/** Say how bare text, keys and directives of a YAML text are meant: platforms do not agree. */
public enum Dialect {
    /** YAML 1.2 and nothing else: what readers could take in two ways is refused. */
    YAML_1_2,
    /** YAML 1.2 with the merge key and the directive of 1.1, as Render takes it. */
    RENDER,
    /**
     * YAML 1.1 as {@code kubectl} takes it: {@code yes} and {@code on} are booleans, a leading 0 is octal, a key that is a number or a
     * boolean becomes text. Source: sigs.k8s.io/yaml v1.6.0, {@code goyaml.v2/resolve.go}
     */
    KUBERNETES;

    boolean merges() {
        return this != YAML_1_2;
    }
}
