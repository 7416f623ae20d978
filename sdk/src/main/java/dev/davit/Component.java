package dev.davit;

/**
 * Group resources that are always made together. A record that takes handles and values is the usual shape.
 *
 * @param <H> what the component offers to the rest: a handle, or a record of handles
 */
@FunctionalInterface
public interface Component<H> {
    /** Add the component's resources and give what others may refer to. */
    H build(Infra infra);
}
